/** What the reader's own address asks for: `?id=…&block=N&list=…&show=changes`. */
export interface ReaderAddress {
  readonly clipId: string;
  /** Index into the body's blocks, to scroll to. */
  readonly block: number | null;
  /** The library's own search part (`?q=…`), for the list that the clip was opened from. */
  readonly list: string;
  /** What the last version changed is to be shown at once. */
  readonly showsChanges: boolean;
}

export function parseReaderAddress(search: string): ReaderAddress {
  const parameters = new URLSearchParams(search);
  const block = parameters.get('block') ?? '';
  const list = parameters.get('list') ?? '';
  return {
    clipId: parameters.get('id') ?? '',
    block: /^\d{1,9}$/.test(block) ? Number(block) : null,
    list: list.startsWith('?') ? list : '',
    showsChanges: parameters.get('show') === 'changes',
  };
}

/** The same address for another clip; a place in the article is not that one's. */
export function readerSearch(search: string, clipId: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set('id', clipId);
  parameters.delete('block');
  return parameters.toString();
}
