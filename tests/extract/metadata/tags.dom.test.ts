import { describe, expect, it } from 'vitest';
import { metadataOf } from './page.ts';
import { english } from './sample.ts';

describe('the tags that an article shows', () => {
  it.each([
    [
      'chips in links',
      '<div class="article-tag"><a href="/tags/rivers/"><span class="chip">rivers</span></a><a href="/tags/sand/"><span class="chip">sand</span></a></div>',
      ['rivers', 'sand'],
    ],
    [
      'as words with a sign',
      '<div><a href="/t/rivers">#rivers</a> <a href="/t/sand">#sand</a></div>',
      ['rivers', 'sand'],
    ],
    [
      'with their counts raised',
      '<div class="tags"><a href="/tag/hi-c.html">Hi-C <sup>12</sup></a></div>',
      ['Hi-C'],
    ],
    [
      'with their counts in badges',
      '<p>Tags: <a href="/tags/go/">Go<span class="badge">3</span></a> <a href="/tags/io/">I/O<span class="badge">14</span></a></p>',
      ['Go', 'I/O'],
    ],
    [
      'with their counts in brackets',
      '<div class="tags"><a href="/tags/go/">Go (3)</a><a href="/tags/python-3/">Python 3</a></div>',
      ['Go', 'Python 3'],
    ],
    [
      'with their counts in lines of their own',
      '<div class="tags"><a href="/tags/go/">Go\n  7</a></div>',
      ['Go'],
    ],
    [
      'after the category, which is a list of its own',
      '<footer><span><a href="/category/code/" rel="category tag">Code</a></span><span>Tagged <a href="/t/sand/" rel="tag">sand</a>, <a href="/t/io/" rel="tag">io</a></span></footer>',
      ['sand', 'io'],
    ],
    [
      'that end in a number',
      '<div class="tags"><a href="/tags/http-2/">HTTP/2</a><a href="/tags/vue-3/">Vue 3</a></div>',
      ['HTTP/2', 'Vue 3'],
    ],
  ])('%s', (_how, row, tags) => {
    const body = `<main><article><h1>Four weeks of sand</h1>${row}${english}</article></main>`;
    expect(metadataOf('<title>Four weeks of sand | BLOG</title>', body).tags).toEqual(tags);
  });

  it('below a banner that holds the title', () => {
    const body = `<div class="bg-cover"><div class="brand"><h1>Four weeks of sand</h1></div></div><main><div class="card"><div class="article-tag"><a href="/tags/rivers/"><span class="chip">rivers</span></a></div></div><div>${english}</div></main>`;
    expect(metadataOf('<title>Four weeks of sand | BLOG</title>', body).tags).toEqual(['rivers']);
  });
});
