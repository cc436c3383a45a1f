const marked =
  /(^|[\s_-])(highlighted|highlighted-line|highlight-line|line-highlight-active|hll?|hl|mark|marked|theme-code-block-highlighted-line|focused)(\s|$)/;

/** The lines that the author marked, as `1,4-6`; '' where there are none. */
export function markedLines(block: Element): string {
  const lines = [...block.querySelectorAll('.line, .token-line, .ec-line, .view-line, [data-line]')];
  if (lines.length < 2) return '';
  const numbers = lines.flatMap((line, index) =>
    marked.test(line.getAttribute('class') ?? '') ? [index + 1] : [],
  );
  if (numbers.length === lines.length) return '';
  return ranges(numbers);
}

function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let index = 0; index < numbers.length; index++) {
    const from = numbers[index];
    let to = from;
    while (to !== undefined && numbers[index + 1] === to + 1) {
      to += 1;
      index += 1;
    }
    parts.push(from === to ? `${from}` : `${from}-${to}`);
  }
  return parts.join(',');
}
