import { PageClasses } from '../../../../src/extract/page-classes.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toArticleHtml } from '../../../../src/extract/article-html/to-article-html.ts';
import { numberBlocks } from '../../../../src/extract/outcome/number-blocks.ts';
import { sanitizeArticle, sanitizeTree } from '../../../../src/extract/sanitize.ts';
import { articleMarkdown } from '../../../../src/formats/export/article-markdown.ts';
import { importedArticle } from '../../../../src/formats/import/imported-article.ts';
import { importNote } from '../../../../src/formats/import/notes/note.ts';
import { articleHtml, codeText, escaped } from '../../../factories/article-html.ts';

/** The article as the extractor writes and stores it. */
function stored(html: string) {
  const { body } = document.implementation.createHTMLDocument('');
  body.append(sanitizeArticle(html));
  for (const link of body.querySelectorAll('a[href^="#clip-"]'))
    link.setAttribute('href', `#${(link.getAttribute('href') ?? '').slice('#clip-'.length)}`);
  for (const place of body.querySelectorAll('[id^="clip-"]')) place.id = place.id.slice('clip-'.length);
  const url = 'https://x.example/';
  const article = toArticleHtml(
    {
      document: body.ownerDocument,
      body,
      url,
      base: url,
      classes: new PageClasses(body),
      rules: new Set(),
    },
    body,
  );
  sanitizeTree(article);
  const blocks = numberBlocks(article);
  return { html: article.innerHTML, blocks };
}

function reimported(html: string) {
  const markdown = articleMarkdown(sanitizeArticle(html));
  const [entry] = importNote(`---\nurl: https://x.example/\ntitle: T\n---\n\n# T\n\n${markdown}`, 'a.md');
  if (entry?.kind !== 'clip') throw new Error('no clip');
  const { html: back, blocks } = importedArticle(entry.clip);
  return { html: back, blocks };
}

test('an article that goes out as Markdown comes back as it was', () => {
  fc.assert(
    fc.property(articleHtml, (html) => {
      const before = stored(html);
      const after = reimported(before.html);
      expect(after.html).toBe(before.html);
      expect(after.blocks).toEqual(before.blocks);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('code comes back to the byte, wherever it stands', () => {
  const place = fc.constantFrom(
    ['', ''],
    ['<ul><li><p>a</p>', '</li></ul>'],
    ['<ol><li><p>a</p><ul><li><p>b</p>', '</li></ul></li></ol>'],
    ['<blockquote><p>a</p>', '</blockquote>'],
    ['<aside data-callout="tip"><p>a</p>', '</aside>'],
    ['<details><summary>s</summary>', '</details>'],
    ['<div data-tabs=""><section data-tab="npm">', '</section></div>'],
    ['<table><tbody><tr><td colspan="2">', '</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>'],
    ['<dl><dt>a</dt><dd><p>b</p>', '</dd></dl>'],
  );
  fc.assert(
    fc.property(place, codeText, ([before = '', after = ''], text) => {
      const html = `${before}<pre><code class="language-go">${escaped(text)}</code></pre>${after}`;
      const { blocks } = reimported(html);
      const code = blocks.filter((block) => block.kind === 'code');
      expect(code).toEqual([{ kind: 'code', text, language: 'go' }]);
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('places that the article links to keep their names', () => {
  const before = stored('<p><a href="#clip-how">how</a></p><h2 id="clip-how">How</h2><p>x</p>');
  expect(before.html).toContain('id="clip-how"');
  expect(reimported(before.html).html).toBe(before.html);
});
