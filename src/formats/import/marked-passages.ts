import type { Passage } from '../../core/highlight/find-passage.ts';
import { replaceWithAll } from '../../extract/many-nodes.ts';

/** With its colour, where the text says one. */
export type MarkedPassage = Passage & { readonly color?: string };

/** Signs of context on each side: enough to tell equal passages apart. */
const contextLength = 300;

/**
 * Takes the marks of highlights (`mark[data-highlight]`, `code[data-highlight="2,4-6"]`) out of a text, and says what they
 * mark. The author's own `<mark>` stays.
 */
export function takeMarkedPassages(body: HTMLElement): readonly MarkedPassage[] {
  const places: { readonly start: number; readonly end: number; readonly color?: string }[] = [];
  const text = body.textContent ?? '';
  let at = 0;
  const walk = (node: Node) => {
    const start = at;
    if (node instanceof Text) at += node.length;
    else for (const child of node.childNodes) walk(child);
    if (!(node instanceof Element) || !node.hasAttribute('data-highlight')) return;
    if (node.tagName === 'MARK') {
      const color = node.getAttribute('data-highlight') ?? '';
      places.push({ start, end: at, ...(color === '' ? {} : { color }) });
    }
    if (node.tagName === 'CODE')
      for (const each of linesOf(text.slice(start, at), node.getAttribute('data-highlight') ?? '', start))
        places.push(each);
  };
  walk(body);
  for (const mark of body.querySelectorAll('mark[data-highlight]')) replaceWithAll(mark, mark.childNodes);
  for (const code of body.querySelectorAll('code[data-highlight]')) code.removeAttribute('data-highlight');
  body.normalize();
  return places
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map(({ start, end, ...color }) => ({
      ...color,
      quote: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - contextLength), start),
      suffix: text.slice(end, end + contextLength),
    }));
}

/** Runs of lines, counted from 1, as places of the whole text. */
function linesOf(code: string, list: string, before: number): { start: number; end: number }[] {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return list
    .split(',')
    .slice(0, 1_000)
    .flatMap((run) => {
      const [, first, last = first] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(run) ?? [];
      const start = starts[Number(first) - 1];
      if (start === undefined) return [];
      const end = (starts[Number(last)] ?? code.length + 1) - 1;
      return end > start ? [{ start: before + start, end: before + end }] : [];
    });
}
