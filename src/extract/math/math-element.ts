export type MathKind = 'inline' | 'block';

/** LaTeX in the form of docs/article-html.md. */
export function mathElement(document: Document, latex: string, kind: MathKind): HTMLElement {
  const element = document.createElement(kind === 'inline' ? 'span' : 'div');
  element.setAttribute('data-math', kind);
  element.textContent = latex.trim();
  return element;
}

/** Takes the delimiters off, if there are any, and tells what they said. */
export function undelimit(text: string): { latex: string; kind: MathKind | null } {
  const trimmed = text.trim();
  for (const [open, close, kind] of delimiters) {
    if (trimmed.length > open.length + close.length && trimmed.startsWith(open) && trimmed.endsWith(close)) {
      return { latex: trimmed.slice(open.length, -close.length).trim(), kind };
    }
  }
  return { latex: trimmed, kind: null };
}

const delimiters: readonly (readonly [string, string, MathKind])[] = [
  ['$$', '$$', 'block'],
  ['\\[', '\\]', 'block'],
  ['\\(', '\\)', 'inline'],
  ['$', '$', 'inline'],
];
