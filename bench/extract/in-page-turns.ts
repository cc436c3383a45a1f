import { extractPageInTurns } from '../../src/article/extract-page.ts';

/** The longest time in milliseconds for which the extractor, as the extension runs it, keeps the page from its turn. */
export default async (): Promise<number> => {
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 0);
  await extractPageInTurns(document);
  clearInterval(watch);
  return Math.max(longest, performance.now() - last);
};
