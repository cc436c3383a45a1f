import { describe, expect, it } from 'vitest';
import { findFeeds } from '../../../src/extract/index-page/feeds.ts';
import { findNextPage, pageNumber } from '../../../src/extract/index-page/pagination.ts';
import { findSeries } from '../../../src/extract/index-page/series.ts';

function parse(body: string, head = ''): Document {
  return new DOMParser().parseFromString(
    `<html><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

describe('findNextPage', () => {
  it.each([
    ['https://blog.test/', '<a href="/page/2/">Older posts</a>', 'https://blog.test/page/2/'],
    ['https://blog.test/page/2/', '<a href="/">1</a><a href="/page/3/">3</a>', 'https://blog.test/page/3/'],
    [
      'https://blog.test/tags/go/',
      '<a class="next" href="/tags/go/page/2/"></a>',
      'https://blog.test/tags/go/page/2/',
    ],
    [
      'https://blog.test/?page=4',
      '<a href="?page=5">下一页</a><a href="?page=3">上一页</a>',
      'https://blog.test/?page=5',
    ],
    [
      'https://blog.test/page/9/',
      '<a href="/page/8/">Newer</a><a rel="next" href="/posts/x/">A post</a>',
      null,
    ],
    ['https://blog.test/', '<a href="/posts/2/">Two things</a><a href="#page">next</a>', null],
  ])('%s', (url, body, next) => {
    expect(findNextPage(parse(body), url)).toBe(next);
  });

  it.each([
    ['https://a.test/page/3/', 3],
    ['https://a.test/page3/', 3],
    ['https://a.test/blog/p/3', 3],
    ['https://a.test/index_3.html', 3],
    ['https://a.test/?paged=3', 3],
    ['https://a.test/article/list/3', 3],
    ['https://a.test/', null],
    ['https://a.test/archives/2024', null],
    ['nonsense', null],
  ])('page number of %s: %s', (url, number) => {
    expect(pageNumber(url)).toBe(number);
  });
});

describe('findFeeds', () => {
  it('reads the head, then links that are feeds by their address, each once', () => {
    const page = parse(
      '<a href="/atom.xml">RSS</a><a href="/feed.json">JSON</a><a href="/about/">About feeds</a>',
      `<link rel="alternate" type="application/rss+xml" title="Blog" href="/index.xml">
       <link rel="alternate" type="application/atom+xml" href="/atom.xml">
       <link rel="alternate" hreflang="en" href="/en/">`,
    );
    expect(findFeeds(page, 'https://blog.test/x/')).toEqual([
      { url: 'https://blog.test/index.xml', type: 'rss', title: 'Blog' },
      { url: 'https://blog.test/atom.xml', type: 'atom', title: null },
      { url: 'https://blog.test/feed.json', type: 'json', title: null },
    ]);
  });
});

describe('findSeries', () => {
  it('reads the parts of a series box that names this page', () => {
    const box =
      '<div class="post-series"><h3>Writing a shell</h3><ol><li><a href="/s/1/">Reading a line</a></li><li>Forking</li><li><a href="/s/3/">Pipes</a></li></ol></div>';
    const series = findSeries(parse(`<h1>Forking</h1>${box}`), 'https://blog.test/s/2/');
    expect(series?.name).toBe('Writing a shell');
    expect(series?.posts.map(({ url }) => url)).toEqual(['https://blog.test/s/1/', 'https://blog.test/s/3/']);
  });

  it('reads 本系列文章 without a class', () => {
    const body =
      '<h1>二、分叉</h1><div><p>本系列文章：</p><ul><li><a href="/s/1/">一、读一行</a></li><li><a href="/s/2/">二、分叉</a></li></ul></div>';
    expect(findSeries(parse(body), 'https://blog.test/s/2/')?.posts).toHaveLength(2);
  });

  it('sees none in a list that does not hold this page', () => {
    const body =
      '<h1>Other</h1><div class="series"><ul><li><a href="/a/">Alpha one</a></li><li><a href="/b/">Beta two</a></li></ul></div>';
    expect(findSeries(parse(body), 'https://blog.test/s/2/')).toBeNull();
  });
});
