/**
 * What a passphrase is turned into a key with, and how a right one is known: lies readable in the marker file of an encrypted
 * repository. Of itself it opens nothing.
 */
export interface LibraryLock {
  /** Rounds of PBKDF2 with SHA-256. */
  readonly iterations: number;
  /** Random bytes, in base64. */
  readonly salt: string;
  /** Follows from the key, which does not follow from it. In base64. */
  readonly check: string;
}

/** What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA-256 (2023 and since). */
export const usualIterations = 600_000;
/** A marker file is hostile: it asks for no key that is cheap to guess, and for no hour of work. */
export const mostIterations = 10_000_000;

/** Fewer characters are guessed in a while by who has the repository. */
export const shortestPassphrase = 12;

/** Whether so much was typed that guessing takes long. */
export function isLongEnough(passphrase: string): boolean {
  return passphrase.trim().length >= shortestPassphrase;
}

/** Whether both are of one key. */
export function isSameLock(a: LibraryLock, b: LibraryLock): boolean {
  return a.salt === b.salt && a.iterations === b.iterations && a.check === b.check;
}
