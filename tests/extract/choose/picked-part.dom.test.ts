import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import { isComplete } from '../../../src/core/clip/completeness.ts';
import { pageParts } from '../../../src/extract/choose/page-parts.ts';
import { hasPart, markPart } from '../../../src/extract/choose/picked-part.ts';
import { readLivePage } from '../../../src/extract/copy/read-live-page.ts';
import { extractPage } from '../../../src/extract/extract-page.ts';

const long = 'The gate opens when the river falls, and the boats that waited go up with the tide. '.repeat(8);
const page = `<main><article class="post-content"><h1>River</h1><p>${long}</p></article></main>
<section class="comments" id="comments"><h2>What readers know</h2>
<p>The lock keeper answers that the gate has two leaves, and that the lower one was renewed last year.</p>
<pre><code>open --leaf lower</code></pre>
<table id="hours"><thead><tr><th>Day</th></tr></thead><tbody><tr id="row"><td id="cell">Sunday at noon</td></tr></tbody></table>
<ul><li id="item">An item with a sentence of its own.</li></ul></section>
<nav id="menu"><p>Chapters of the book, which somebody wants to keep as they are listed here.</p></nav>`;

function documentOf(body: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><title>t</title><body>${body}</body>`, 'text/html');
}

function extractPart(body: string, selector: string) {
  const document = documentOf(body);
  const before = document.documentElement.outerHTML;
  const part = document.querySelector(selector);
  const live = readLivePage(document);
  markPart(live, document, part);
  const source = live.root.outerHTML;
  const article = extractPage(document, { url: 'https://example.org/a/', live, part: true });
  expect(document.documentElement.outerHTML).toBe(before);
  return { article, source };
}

describe('a part that was picked is the article', () => {
  test('whatever it is called, and nothing else', () => {
    const { article } = extractPart(page, '#comments');
    expect(article.html).toContain('lower one was renewed');
    expect(article.html).toContain('open --leaf lower');
    expect(article.html).not.toContain('boats that waited');
  });

  test.each([
    ['#menu', 'Chapters of the book'],
    ['pre', 'open --leaf lower'],
    ['#hours', 'Sunday at noon'],
    ['#row', 'Sunday at noon'],
    ['#cell', 'Sunday at noon'],
    ['#item', 'An item with a sentence'],
    ['body', 'lower one was renewed'],
  ])('%s', (selector, words) => {
    expect(extractPart(page, selector).article.html).toContain(words);
  });

  test('what stands beside it is left out and not missing', () => {
    const { integrity } = extractPart(page, '#comments').article;
    expect(integrity.rules).toContain('choice/part');
    expect(integrity.leftOut?.some(({ text }) => text.includes('boats that waited'))).toBe(true);
    expect(isComplete(integrity)).toBe(true);
  });

  test('the kept source gives the same part again', () => {
    const { article, source } = extractPart(page, '#comments');
    const again = new DOMParser().parseFromString(source, 'text/html');
    expect(hasPart(again)).toBe(true);
    expect(extractPage(again, { url: 'https://example.org/a/', part: true }).html).toBe(article.html);
  });

  test('a page cannot say itself which part was picked', () => {
    const document = documentOf(page.replace('<nav', '<nav data-clip-part'));
    const live = readLivePage(document);
    markPart(live, document, null);
    expect(live.root.querySelector('[data-clip-part]')).toBeNull();
    expect(extractPage(document, { url: 'https://example.org/a/' }).html).toContain('boats that waited');
  });

  test('a part that is gone is said', () => {
    const document = documentOf(page);
    const gone = document.createElement('p');
    expect(() => markPart(readLivePage(document), document, gone)).toThrow(Failure);
  });
});

describe('the parts of a page', () => {
  test('are named by their first words, the largest first, without what only holds one of them', () => {
    document.body.innerHTML = `<div><div>${page}</div></div><script>const words = "${'none of it '.repeat(200)}"</script>`;
    const texts = pageParts(document).map(({ text }) => text.slice(0, 12));
    // The article, and all of the page.
    expect(texts.filter((text) => text.startsWith('River The'))).toHaveLength(2);
    expect(texts).toContain('What readers');
    expect(texts.join()).not.toContain('none of');
    document.body.replaceChildren();
  });

  test('a form whose fields are called as its members is no end of it', () => {
    document.body.innerHTML = `<form><input name="parentElement"><input name="tagName"><input name="firstChild"><p>${long}</p></form>`;
    expect(pageParts(document)[0]?.words).toBeGreaterThan(50);
    document.body.replaceChildren();
  });
});
