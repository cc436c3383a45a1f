/** The parts of the WHATWG URL that the domain uses. */
export interface ParsedUrl {
  readonly href: string;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/**
 * `URL` is a global of every place this runs in (page, worker, Node), but a type only of their libraries. Declared
 * here, for this module alone: a wider `lib` would let the rest of the worker's or the page's world into the domain.
 */
declare const URL: new (address: string) => ParsedUrl;

/** Null where the text is not an absolute address. */
export function parseUrl(address: string): ParsedUrl | null {
  try {
    return new URL(address);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether it is an address of the web, as far as its scheme tells. */
export function isWebAddress(address: string): boolean {
  return /^https?:/i.test(address);
}
