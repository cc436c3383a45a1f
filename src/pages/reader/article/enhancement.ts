import type { Translation } from '../../../ui/translation.ts';

/** What the steps that dress an article need besides the article. */
export interface Enhancement {
  readonly translation: Translation;
  /** Of the article, BCP 47. */
  readonly language: string | null;
  /** Puts text on the clipboard; rejects where the browser refuses. */
  readonly copy: (text: string) => Promise<void>;
  /** Corrects the language of the code block with this index; empty for none. */
  readonly setLanguage: (block: number, language: string) => void;
  readonly announce: (text: string) => void;
}

/** An element with its class and text; the article is built from elements, never from HTML text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}
