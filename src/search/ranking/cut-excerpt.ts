import type { MarkedRange, Excerpt } from './answer.ts';
import type { TextBlock } from '../../core/clip/article.ts';

/** Characters shown around what was found. */
const excerptLength = 220;

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Whole lines of code: those with the matches, and one more on each side while there is room. */
function cutLines(text: string, start: number, end: number): Cut {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  let until = lineEnd === -1 ? text.length : lineEnd;
  if (until - from > excerptLength) {
    const cut = outsideToken(text, Math.max(from, start - 60), start);
    return { start: cut, end: Math.min(until, Math.max(end, cut + excerptLength)) };
  }
  const next = text.indexOf('\n', until + 1);
  const nextEnd = next === -1 ? text.length : next;
  if (until < text.length && nextEnd - from <= excerptLength) until = nextEnd;
  const before = from === 0 ? 0 : text.lastIndexOf('\n', from - 2) + 1;
  if (until - before <= excerptLength) from = before;
  return { start: from, end: until };
}

/** Signs of Latin text end a sentence before a space only: `v2.17.1`, `a.b.c` and `foo;` in a row do not. */
const sentenceEnd = /(?:[.!?;](?=\s)|[。！？；\n])\s*/gu;

/** Letters, and the signs that names are joined by, with no space. */
const tokenCharacter = /[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/u;

/** `at`, or where it is inside a token the end of that token, or its beginning if it goes on to `latest`. */
function outsideToken(text: string, at: number, latest: number): number {
  const inside = (place: number): boolean =>
    place > 0 && tokenCharacter.test(text[place - 1] ?? ' ') && tokenCharacter.test(text[place] ?? ' ');
  if (!inside(at)) return at;
  let ahead = at;
  while (ahead < latest && inside(ahead)) ahead += 1;
  if (ahead < latest) return ahead;
  let back = at;
  while (at - back < longestToken && inside(back)) back -= 1;
  return inside(back) ? at : back;
}

/** A token longer than this is cut: an address with a query, a line of data. */
const longestToken = 80;

/** Room before the first match, in widths of a Latin letter: rows show two lines of some 45, and the match is to be seen. */
const leadWidth = 48;

/** The earliest place from which the text up to `start` still fits before the match; a Han character is two wide. */
function leadStart(text: string, start: number): number {
  let width = 0;
  for (let at = start; at > 0; at -= 1) {
    width += text.charCodeAt(at - 1) >= 0x2e80 ? 2 : 1;
    if (width > leadWidth) return at;
  }
  return 0;
}

/** From the sentence that holds the first match on, if it is near; else from a little before the match. */
function cutProse(text: string, start: number, end: number): Cut {
  const earliest = leadStart(text, start);
  let from = earliest;
  for (const match of text.slice(earliest, start).matchAll(sentenceEnd)) {
    if (earliest > 0 || text.length > excerptLength) from = earliest + match.index + match[0].length;
  }
  if (from === earliest) from = skipSpace(text, outsideToken(text, from, start), start);
  return { start: from, end: Math.min(text.length, Math.max(end, from + excerptLength)) };
}

function skipSpace(text: string, from: number, latest: number): number {
  let at = from;
  while (at < latest && /\s/u.test(text[at] ?? '')) at += 1;
  return at;
}

function splitsPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}

/** Overlapping and touching ranges as one, in order. */
export function mergedRanges(ranges: readonly MarkedRange[]): readonly MarkedRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}

/** Cuts the excerpt around [start, end) out of a block; ranges are of the block's own text. */
export function cutExcerpt(
  block: TextBlock,
  index: number,
  [start, end]: MarkedRange,
  ranges: readonly MarkedRange[],
): Excerpt {
  const { text } = block;
  const cut = block.kind === 'code' ? cutLines(text, start, end) : cutProse(text, start, end);
  const from = splitsPair(text, cut.start) ? cut.start - 1 : cut.start;
  const until = splitsPair(text, cut.end) ? cut.end + 1 : cut.end;
  const inside = mergedRanges(ranges)
    .filter(([a, b]) => b > from && a < until)
    .map(([a, b]): MarkedRange => [Math.max(a, from) - from, Math.min(b, until) - from]);
  return { block: index, kind: block.kind, text: text.slice(from, until), ranges: inside };
}
