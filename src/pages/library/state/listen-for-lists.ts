import { addressesIn } from '../../../core/clip/addresses-in-text.ts';

/** Web addresses pasted or dropped anywhere on the page, except into a field, are a list to clip. Returns what ends that. */
export function listenForLists(take: (text: string) => void): () => void {
  const consider = (event: Event, data: DataTransfer | null) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const text = (data?.getData('text/uri-list') ?? '') || (data?.getData('text/plain') ?? '');
    if (addressesIn(text).length === 0) return;
    event.preventDefault();
    take(text);
  };
  const ending = new AbortController();
  const { signal } = ending;
  addEventListener('paste', (event) => consider(event, event.clipboardData), { signal });
  addEventListener('drop', (event) => consider(event, event.dataTransfer), { signal });
  // Without this the browser allows no drop.
  addEventListener('dragover', (event) => event.preventDefault(), { signal });
  return () => ending.abort();
}
