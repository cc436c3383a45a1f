import { describe, expect, test } from 'vitest';
import { articleFromLink } from '../../../src/core/clip/article-from-link.ts';
import { clipContent } from '../../../src/core/clip/clip-from-article.ts';
import { parsePageList } from '../../../src/core/clip/page-list.ts';
import { parseRecognizedPage } from '../../../src/core/clip/recognized-page.ts';
import { makeArticle } from '../../factories/article.ts';

const turned = 'invoice\u202Egpj.exe\u2066';
const plain = 'invoicegpj.exe';
const page = { url: 'https://a.example/', title: turned, date: null, excerpt: turned };

describe('signs that turn the direction of a text go from the names that', () => {
  test('a clip has, wherever it comes from', () => {
    const article = makeArticle({ title: turned, author: turned, siteName: turned });
    expect(clipContent(article)).toMatchObject({ title: plain, author: plain, siteName: plain });
    expect(clipContent(articleFromLink('https://a.example/', turned)).title).toBe(plain);
  });

  test('posts of an index page have', () => {
    const recognized = { kind: 'index', confidence: 1, posts: [page], next: null, feeds: [], series: null };
    expect(parseRecognizedPage(recognized)?.posts).toMatchObject([{ title: plain, excerpt: plain }]);
  });

  test('pages of a list or feed have', () => {
    const list = { title: turned, pages: [page], leftOut: 0, next: null };
    expect(parsePageList({ ok: true, list })).toMatchObject({ title: plain, pages: [{ title: plain }] });
  });
});

test('a name of such signs alone is none', () => {
  const { title, url } = clipContent(makeArticle({ title: '\u202E\u202C' }));
  expect(title).toBe(url);
});
