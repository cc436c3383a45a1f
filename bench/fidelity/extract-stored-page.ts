import { performance } from 'node:perf_hooks';
import type { PageTab, StyleSheets } from '../browser/page-tab.ts';
import type { Extraction } from '../../src/content/extract.ts';
import type { Article } from '../../src/core/clip/article.ts';

export interface Scripts {
  readonly extract: string;
  readonly markdown: string;
}

export interface StoredResult {
  readonly article: Article;
  readonly markdown: string;
  /** Of the extractor in the page, without loading the page. */
  readonly milliseconds: number;
}

/** Runs the extractor's bundle on a stored page, as the extension would, and turns the result into Markdown. */
export async function extractStoredPage(
  tab: PageTab,
  scripts: Scripts,
  address: string,
  html: string,
  styles: StyleSheets | null = null,
): Promise<StoredResult> {
  await tab.show(address, html, styles);
  const start = performance.now();
  const extraction = await tab.evaluate(scripts.extract);
  const milliseconds = performance.now() - start;
  if (!isExtraction(extraction)) throw new Error('the extractor gave no result');
  if (!extraction.ok) throw new Error(`${extraction.code} ${extraction.detail}`);
  const markdown = await tab.evaluate(
    `${scripts.markdown}\nclipshelfBundle(${JSON.stringify(extraction.article.html)}, ${JSON.stringify(extraction.article.title)});`,
  );
  return {
    article: extraction.article,
    markdown: typeof markdown === 'string' ? markdown : '',
    milliseconds,
  };
}

function isExtraction(value: unknown): value is Extraction {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
