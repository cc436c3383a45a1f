import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';

const prose = '<p>Words enough to be taken for an article, said again and again until they are. </p>'.repeat(
  6,
);
/** More nodes than an engine's stack holds as arguments of one call. */
const count = 140_000;
const words = 'w<wbr>'.repeat(count);

function parse(body: string): Document {
  return new DOMParser().parseFromString(
    `<html><head><title>t</title></head><body><article>${prose}${body}${prose}</article></body></html>`,
    'text/html',
  );
}

describe('an element of very many children', () => {
  test.each([
    ['an item', `<ul><li>${words}</li></ul>`],
    ['a quote', `<blockquote>${words}</blockquote>`],
    ['a quote that is a callout', `<blockquote>[!NOTE] ${words}</blockquote>`],
    ['a callout', `<div class="admonition note"><p class="admonition-title">Note</p>${words}</div>`],
    ['a cell', `<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>${words}</td></tr></table>`],
    [
      'a caption',
      `<figure><img src="/a.png" width="400" height="300"><figcaption>${words}</figcaption></figure>`,
    ],
    ['a definition', `<dl><dt>term</dt><dd>${words}</dd></dl>`],
    ['an opening part', `<details><summary>more</summary>${words}</details>`],
    ['an element of its own name', `<x-box>${words}</x-box>`],
    ['a form', `<form>${words}</form>`],
    ['emphasis', `<p><b><i>${words}</i></b></p>`],
    [
      'a note',
      `<p>text<sup><a href="#n1" id="r1">1</a></sup></p><section class="footnotes"><ol><li id="n1">${words}<a href="#r1">↩</a></li></ol></section>`,
    ],
  ])('%s is taken whole, and no step stumbles', (_, html) => {
    const { html: article, integrity } = extractPage(parse(html));
    expect(integrity.rules.filter((rule) => rule.startsWith('failed/'))).toEqual([]);
    expect(article).toContain('w'.repeat(count));
  });

  test('a shadow root', () => {
    const page = parse('<x-box></x-box>');
    const shadow = page.querySelector('x-box')?.attachShadow({ mode: 'open' });
    const whole = page.createElement('template');
    whole.innerHTML = words;
    shadow?.append(whole.content);
    expect(extractPage(page).html).toContain('w'.repeat(count));
  });

  test('very many notes that are left as text in one paragraph', () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => String(index));
    const marks = numbers.map((number) => `w[^${number}] `).join('');
    const notes = numbers.map((number) => `[^${number}]: note`).join('\n');
    const { html, integrity } = extractPage(parse(`<p>${marks}</p><p>${notes}</p>`));
    expect(integrity.rules).toContain('footnotes/text');
    expect(html.split('data-footnote-ref="').length - 1).toBe(numbers.length);
    expect(html.split('data-footnote="').length - 1).toBe(numbers.length);
  });

  test('very many formulas in one paragraph', () => {
    const formulas = 'so $x_1$ and '.repeat(70_000);
    const page = parse(`<script src="/katex.min.js"></script><p>${formulas}</p>`);
    expect(extractPage(page).html.split('data-math').length - 1).toBe(70_000);
  });
});
