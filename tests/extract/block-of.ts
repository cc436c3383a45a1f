import { extractPage } from '../../src/extract/extract-page.ts';
import { articleToMarkdown } from '../../src/formats/markdown/write/article-to-markdown.ts';

const prose = 'A paragraph that says what stands below it, in words enough for an article to be made of. '
  .repeat(5)
  .trim();

/** What comes out of some HTML that stands between two paragraphs of an article. */
export function blocksOf(html: string): string {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html><head><title>t</title></head><body><main><article><p>${prose}</p>${html}<p>${prose}</p></article></main></body></html>`,
    'text/html',
  );
  const article = extractPage(page, { url: 'https://example.org/a/b.html' });
  return articleToMarkdown(article.html, article.title)
    .replaceAll(prose, '')
    .replace(/^#+ t\n/m, '')
    .trim();
}

/** Markdown of a block of code. */
export function fenced(code: string, language = ''): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
