import type { Window } from './best-window.ts';

/** How far a passage is looked at around what was found. */
const around = 120;
/** From this share of addresses on, a passage leads elsewhere rather than saying something. */
const mostAddresses = 0.3;
const address = /(?:https?:\/\/|www\.)[^\s<>"'，。；、）】]{4,200}/gu;
/** How an entry of a literature list begins, or what kind of source it says it is: `[12] …`, `[EB/OL]`. */
const entry = /^\s{0,4}\[\d{1,3}\]\s|\[(?:EB\/OL|J|M|C|D|DB\/OL|R|S)\]/u;

/** Whether a passage is an entry of a list of links or of literature, and what was found is not in an address itself. */
export function isReference(text: string, { start, end }: Pick<Window, 'start' | 'end'>): boolean {
  const from = Math.max(0, start - around);
  const passage = text.slice(from, end + around);
  let length = 0;
  for (const { 0: found, index } of passage.matchAll(address)) {
    if (from + index <= start && start < from + index + found.length) return false;
    length += found.length;
  }
  return length > mostAddresses * passage.length || (length > 0 && entry.test(passage));
}
