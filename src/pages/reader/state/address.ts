/** What the reader's own address asks for: `?id=…&block=N`. */
export interface ReaderAddress {
  readonly clipId: string;
  /** Index into the body's blocks, to scroll to. */
  readonly block: number | null;
}

export function parseReaderAddress(search: string): ReaderAddress {
  const parameters = new URLSearchParams(search);
  const block = parameters.get('block') ?? '';
  return { clipId: parameters.get('id') ?? '', block: /^\d{1,9}$/.test(block) ? Number(block) : null };
}
