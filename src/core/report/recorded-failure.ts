/** A defect that was reported to the console, kept until the browser closes. */
export interface RecordedFailure {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The error and where it was thrown, without private parts. */
  readonly text: string;
}

const longest = 1200;

/** What may be kept of an error: its name, message and stack, without addresses, quotations and paths. */
export function failureRecord(error: unknown, at: number): RecordedFailure {
  const text = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return { at, text: withoutPrivateParts(text).slice(0, longest) };
}

/**
 * A text without what may tell what somebody reads: web addresses become `<address>`, what stands in quotation marks
 * becomes `<text>`. Addresses of our own files keep their path, which says where the error is.
 */
export function withoutPrivateParts(text: string): string {
  return text
    .slice(0, 4000)
    .replaceAll(/(?:chrome|moz|safari-web)-extension:\/\/[\w-]{1,64}\//g, '')
    .replaceAll(/\b(?:https?|file|ftp|data|blob):[^\s)\]}]+/gi, '<address>')
    .replaceAll(/"[^"\n]*"|“[^”\n]*”|`[^`\n]*`|'[^'\n]*'/g, '<text>');
}
