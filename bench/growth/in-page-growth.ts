import { extractPageInTurns } from '../../src/extract/extract-page.ts';
import { sanitizeArticle } from '../../src/extract/sanitize.ts';
import { articleToMarkdown } from '../../src/formats/markdown/write/article-to-markdown.ts';

async function watched(work: () => Promise<void>): Promise<readonly [total: number, longest: number]> {
  let longest = 0;
  const start = performance.now();
  let last = start;
  const over = new AbortController();
  const done = work().finally(() => over.abort());
  // No timer: the bench's tab runs none, as its scripts are switched off.
  for (; !over.signal.aborted; last = performance.now()) {
    await new Blob(['.']).text();
    longest = Math.max(longest, performance.now() - last);
  }
  await done;
  return [performance.now() - start, longest];
}

/** Milliseconds in all and of the longest task, of clipping the page and of writing it as Markdown. */
export default async (): Promise<object> => {
  let html = '';
  let failure = '';
  const clip = await watched(async () => {
    try {
      html = (await extractPageInTurns(document)).html;
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
  });
  const start = performance.now();
  sanitizeArticle(html);
  const shown = performance.now() - start;
  articleToMarkdown(html);
  return {
    clip: clip[0],
    longest: clip[1],
    shown,
    markdown: performance.now() - start - shown,
    failure,
    length: html.length,
  };
};
