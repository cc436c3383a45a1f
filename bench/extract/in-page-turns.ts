import { extractPageInTurns } from '../../src/extract/extract-page.ts';

/** The longest time in milliseconds for which the extractor, as the extension runs it, keeps the page from its turn. */
export default async (): Promise<number> => {
  let longest = 0;
  let last = performance.now();
  const over = new AbortController();
  const extracted = extractPageInTurns(document).finally(() => over.abort());
  // No timer: the bench's tab runs none, as its scripts are switched off.
  for (; !over.signal.aborted; last = performance.now()) {
    await new Blob(['.']).text();
    longest = Math.max(longest, performance.now() - last);
  }
  await extracted;
  return longest;
};
