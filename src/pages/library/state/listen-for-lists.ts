import { addressesIn } from '../../../core/clip/addresses-in-text.ts';

export interface Taken {
  /** Web addresses: a list to clip. */
  readonly list: (text: string) => void;
  /** Files and folders, to be read before the event is over: they are imported. */
  readonly files: (data: DataTransfer) => void;
}

/** What is pasted or dropped anywhere on the page, except into a field, comes into the library. Returns what ends that. */
export function listenForLists(take: Taken): () => void {
  const consider = (event: Event, data: DataTransfer | null) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    if (data !== null && [...data.items].some(({ kind }) => kind === 'file')) {
      event.preventDefault();
      take.files(data);
      return;
    }
    const text = (data?.getData('text/uri-list') ?? '') || (data?.getData('text/plain') ?? '');
    if (addressesIn(text).length === 0) return;
    event.preventDefault();
    take.list(text);
  };
  const ending = new AbortController();
  const { signal } = ending;
  addEventListener('paste', (event) => consider(event, event.clipboardData), { signal });
  addEventListener('drop', (event) => consider(event, event.dataTransfer), { signal });
  // Without this the browser allows no drop.
  addEventListener('dragover', (event) => event.preventDefault(), { signal });
  return () => ending.abort();
}
