/**
 * A clipped passage is named by a text fragment (https://wicg.github.io/scroll-to-text-fragment) with a directive of our
 * own beside it, which browsers pass over: `#:~:text=START,END&passage`. A text fragment alone is a shared link.
 */
const ownDirective = '&passage';

/** The fragment of the passage between these words; `end` may be empty. */
export function selectionFragment(start: string, end: string): string {
  const text = end === '' || end === start ? encode(start) : `${encode(start)},${encode(end)}`;
  return `:~:text=${text}${ownDirective}`;
}

/** What names the passage in an address's hash; null where it names none. */
export function selectionOf(hash: string): string | null {
  const at = hash.indexOf(':~:text=');
  return at !== -1 && hash.endsWith(ownDirective) ? hash.slice(at) : null;
}

/** The separators of a text directive are `-`, `,` and `&`. Half a surrogate pair cannot be encoded, and goes. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '')).replaceAll('-', '%2D');
}
