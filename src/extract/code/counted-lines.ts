/**
 * The numbers of lines that nothing but their place tells: each line is an element that begins with an element of its
 * own for the number, and they count up by one. Code that counts too has a space or a sign after its numbers.
 */
export function countedLines(code: Element): readonly Element[] {
  const lines = linesOf(code);
  const within = countedInText(code);
  if (within.length > 0) return within;
  const numbers: Element[] = [];
  let next: number | null = null;
  for (const line of lines) {
    const number = firstLeaf(line);
    const text = (number?.textContent ?? '').trim();
    if (number === null || !/^\d{1,6}$/.test(text) || (next !== null && Number(text) !== next)) return [];
    if (
      !/^(?=[^\s.,:;)\]]|\n|$)|^\s*$|^ {2}|^\t/.test(
        line.textContent?.slice((number.textContent ?? '').length + leadingBlank(line)) ?? '',
      )
    )
      return [];
    next = Number(text) + 1;
    numbers.push(number);
  }
  return numbers.length > 1 ? numbers : [];
}

function linesOf(code: Element): readonly Element[] {
  let parent = code;
  while (parent.childElementCount === 1 && parent.firstElementChild !== null)
    parent = parent.firstElementChild;
  return [...parent.children].filter((child) => child.tagName !== 'BR');
}

function leadingBlank(line: Element): number {
  const text = line.textContent ?? '';
  return text.length - text.trimStart().length;
}

/** An element of text that stands first in a line, with something after it. */
function firstLeaf(line: Element): Element | null {
  const first = [...line.childNodes].find((node) => node.nodeType === 1 || /\S/.test(node.nodeValue ?? ''));
  if (!(first instanceof Element) || first.childElementCount > 0) return null;
  return first.nextSibling === null ? null : first;
}

const mark = /^\s*(\d{1,6})\s*[:|│]\s*$/u;

/** Numbers with a sign after them, each in an element of its own at the beginning of a line of the text, one for every line. */
function countedInText(code: Element): readonly Element[] {
  const text = code.textContent ?? '';
  if (!/^\s*\d+\s*[:|│]/u.test(text)) return [];
  const numbers = [...code.querySelectorAll('span, a, i, b, em, small')].filter(
    (each) => each.childElementCount === 0 && mark.test(each.textContent ?? ''),
  );
  const counts = numbers.map((each) => Number(mark.exec(each.textContent ?? '')?.[1]));
  const lines = text.trimEnd().split('\n').length;
  const isEach = numbers.length > 1 && numbers.length === lines;
  return isEach && counts.every((count, index) => count === (counts[0] ?? 0) + index) ? numbers : [];
}
