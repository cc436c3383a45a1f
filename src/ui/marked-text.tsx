/** Half-open range of UTF-16 units: [start, end). */
export type TextRange = readonly [start: number, end: number];

/** Text with ranges marked. Ranges may come in any order, overlap, or reach outside of the text. */
export function MarkedText({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}) {
  return (
    <>
      {pieces(text, ranges).map(({ start, end, marked }) =>
        marked ? <mark key={start}>{text.slice(start, end)}</mark> : text.slice(start, end),
      )}
    </>
  );
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
}

function pieces(text: string, ranges: readonly TextRange[]): Piece[] {
  const result: Piece[] = [];
  let place = 0;
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(place, start);
    const to = Math.min(text.length, end);
    if (from >= to) continue;
    if (from > place) result.push({ start: place, end: from, marked: false });
    result.push({ start: from, end: to, marked: true });
    place = to;
  }
  if (place < text.length) result.push({ start: place, end: text.length, marked: false });
  return result;
}
