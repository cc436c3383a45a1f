/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import { extractPageInTurns } from '../../src/extract/extract-page.ts';
import { articleToMarkdown } from '../../src/formats/markdown/write/article-to-markdown.ts';

const pages = import.meta.glob<string>('../fixtures/articles/*/page.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expected = import.meta.glob<string>('../fixtures/articles/*/expected.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Each folder is one layout: the page as its generator writes it, and the Markdown that its author wrote. */
describe.each(Object.entries(pages))('%s', (path, html) => {
  test('comes out as its author wrote it', async () => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const before = page.documentElement.outerHTML;
    const article = await extractPageInTurns(page, { url: 'http://localhost/' });
    expect(articleToMarkdown(article.html, article.title)).toBe(
      expected[path.replace('page.html', 'expected.md')],
    );
    expect(page.documentElement.outerHTML, 'the page itself is not changed').toBe(before);
  });
});
