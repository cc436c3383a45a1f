import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../src/extract/metadata/read-metadata.ts';
import { metadataOf, parsePage } from './page.ts';

const article = '<article><h1>Title</h1><p>Some text that is long enough to be read.</p></article>';
const title = '<title>Title</title>';

describe('readMetadata', () => {
  it('changes nothing in the page', () => {
    const page = parsePage(
      `${title}<script type="application/ld+json">{"@type":"Article","headline":"Title"}</script>`,
      `<header><a href="/">Site</a></header>${article}<div>Tags: <a href="/tags/a/">a</a></div>`,
    );
    const before = page.documentElement.outerHTML;
    readMetadata(page, 'https://blog.test/a/');
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('gives something for an empty page and an address that is none', () => {
    expect(metadataOf('', '', '')).toMatchObject({ title: '', author: null, tags: [], canonicalUrl: null });
  });

  it.each([
    ['/posts/one/', 'https://blog.test/posts/one/'],
    ['https://www.blog.test/posts/one', 'https://www.blog.test/posts/one'],
    ['https://other.test/posts/one', null],
    ['https://blog.test/', null],
    ['http://localhost:4000/posts/one', null],
  ])('canonical address %s → %s', (href, expected) => {
    expect(metadataOf(`${title}<link rel="canonical" href="${href}">`, article).canonicalUrl).toBe(expected);
  });

  it('reads JSON-LD that is in a comment, has raw line breaks or trailing commas, or holds a graph', () => {
    const texts = [
      '<!-- {"@type":"BlogPosting","headline":"Title","author":{"name":"Ann &amp; Bo"}} -->',
      '{"@type":"BlogPosting","headline":"Title","description":"a\nb","author":["Ann & Bo",],}',
      '{"@graph":[{"@type":"WebSite","name":"S"},{"@type":["Article"],"headline":"Title","author":{"@type":"Person","name":"Ann & Bo"}}]}',
    ];
    for (const text of texts) {
      expect(metadataOf(`${title}<script type="application/ld+json">${text}</script>`, article).author).toBe(
        'Ann & Bo',
      );
    }
  });

  it('does not take the data of the articles that a page lists', () => {
    const list =
      '{"@graph":[{"@type":"Article","headline":"X","author":"Xu"},{"@type":"Article","headline":"Y","author":"Yu"}]}';
    expect(
      metadataOf(`${title}<script type="application/ld+json">${list}</script>`, article).author,
    ).toBeNull();
  });

  it('leaves the site’s own keywords and its tag cloud alone', () => {
    const page = metadataOf(
      `${title}<meta name="keywords" content="blog, java, travel, food, life, music">`,
      `${article}<div class="sidebar"><a href="/tags/java/">java</a><a href="/tags/go/">go</a></div><p>See <a href="/tags/go/">what I wrote on Go</a> and more words here.</p>`,
    );
    expect(page.tags).toEqual([]);
  });

  it('takes keywords that are of the page', () => {
    const page = metadataOf(
      '<title>Go channels</title><meta name="keywords" content="Go, channels, select">',
      '<h1>Go channels</h1><p>Channels in Go, and select over them.</p>',
    );
    expect(page.tags).toEqual(['Go', 'channels', 'select']);
  });

  it.each([
    ['en', '<p>这是一篇用 Go 写的关于 HTTP 的中文文章，讲调度器。</p>', 'zh'],
    ['zh-CN', '<p>This text is in English all through, whatever its template says.</p>', 'en'],
    ['ja', '<p>これは日本語の文章です。プログラムを書く。</p>', 'ja'],
    ['zh_TW', '<p>這是一篇中文文章</p>', 'zh-TW'],
    ['fr', '<p>Ceci est un texte en français sur les ordinateurs.</p>', 'fr'],
    ['ru', '<p>Это текст на русском языке.</p>', 'ru'],
  ])('language: stated %s', (stated, body, expected) => {
    expect(metadataOf(title, body, 'https://blog.test/', stated).language).toBe(expected);
  });

  it('takes a date from the address where the page shows none', () => {
    expect(metadataOf(title, article, 'https://blog.test/2021/02/03/x/').publishedAt).toBe('2021-02-03');
    expect(metadataOf(title, article, 'https://blog.test/2021-02-03-x.html').publishedAt).toBe('2021-02-03');
  });
});
