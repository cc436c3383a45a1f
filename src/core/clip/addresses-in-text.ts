import { urlKey } from './url-key.ts';

export interface Address {
  readonly url: string;
  readonly title: string;
}

/** The web addresses in a text, each page once, in order: a pasted list, Markdown links, text with addresses in it. */
export function addressesIn(text: string): Address[] {
  const found = new Map<string, Address>();
  const add = (url: string, title: string) => {
    const key = urlKey(url);
    if (!found.has(key)) found.set(key, { url, title });
  };
  for (const [, title = '', linked, plain] of text.matchAll(
    /\[([^\][]*)\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)(?=[\s)])[^)[]*\)|(https?:\/\/[^\s<>"'`，。；、）】》]+)/gi,
  )) {
    if (linked !== undefined) add(linked, title.trim() === '' ? linked : title.trim());
    if (plain !== undefined) {
      const url = withoutPunctuation(plain);
      add(url, url);
    }
  }
  return [...found.values()];
}

/** The lines of a list in which there is no web address, trimmed: what of it would be left out without a word. */
export function linesWithoutAddress(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/https?:\/\/[^\s<>"'`]/i.test(line));
}

/** What ends the sentence is not the address's; a bracket is where it was opened in it. */
function withoutPunctuation(url: string): string {
  let end = url;
  for (;;) {
    const shorter = end.replace(/(?<![.,;:!?*_~|])[.,;:!?*_~|]+$/, '').replace(/[)\]}]$/, (closing) => {
      const opening = { ')': '(', ']': '[', '}': '{' }[closing] ?? '';
      return end.split(opening).length >= end.split(closing).length ? closing : '';
    });
    if (shorter === end) return end;
    end = shorter;
  }
}
