import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';
import { blocksOf } from '../block-of.ts';

const drawn = (inner: string): string =>
  `<span class="katex"><span class="katex-html" aria-hidden="true"><span class="base">${inner}</span></span></span>`;
const vlist = (...parts: readonly string[]): string =>
  `<span class="vlist-r"><span class="vlist">${parts.map((part) => `<span style="top:-3em"><span class="pstrut"></span>${part}</span>`).join('')}</span></span>`;
const small = (text: string): string =>
  `<span class="sizing mtight"><span class="mord mathnormal mtight">${text}</span></span>`;
const raised = (base: string, ...parts: readonly string[]): string =>
  `<span class="mord">${base}<span class="msupsub"><span class="vlist-t">${vlist(...parts)}</span></span></span>`;
const lowered = (base: string, ...parts: readonly string[]): string =>
  `<span class="mord">${base}<span class="msupsub"><span class="vlist-t vlist-t2">${vlist(...parts)}<span class="vlist-r"><span class="vlist"><span></span></span></span></span></span></span>`;
const x = '<span class="mord mathnormal">x</span>';

describe('what KaTeX drew is read back', () => {
  test.each([
    ['a power', raised(x, small('2')), 'x^{2}'],
    ['a prime, as it is typed', raised(x, small('′')), "x'"],
    ['a sign, as most type it', `${x}<span class="mrel">≤</span>${x}`, 'x\\le x'],
    [
      'the name of an operator',
      '<span class="mop"><span class="mord mathrm">dis</span></span>',
      '\\operatorname{dis}',
    ],
    ['an index', lowered(x, small('i')), 'x_{i}'],
    ['both', lowered(x, small('i'), small('2')), 'x_{i}^{2}'],
    [
      'a fraction',
      `<span class="mord"><span class="mopen nulldelimiter"></span><span class="mfrac"><span class="vlist-t vlist-t2">${vlist('<span class="mord">2</span>', '<span class="frac-line"></span>', '<span class="mord">1</span>')}</span></span></span>`,
      '\\frac{1}{2}',
    ],
    [
      'a root',
      `<span class="mord sqrt"><span class="vlist-t">${vlist(x, '<span class="hide-tail"><svg></svg></span>')}</span></span>`,
      '\\sqrt{x}',
    ],
    [
      'a sum',
      `<span class="mop op-limits"><span class="vlist-t vlist-t2">${vlist(small('i'), '<span class="mop op-symbol">∑</span>', small('n'))}</span></span>`,
      '\\sum_{i}^{n}',
    ],
    [
      'letters of another alphabet',
      '<span class="mord mathbb">R</span><span class="mrel">∈</span><span class="mord mathcal">L</span>',
      '\\mathbb{R}\\in \\mathcal{L}',
    ],
    [
      'a name',
      '<span class="mop">log</span><span class="mopen">(</span><span class="mord mathnormal">x</span><span class="mclose">)</span>',
      '\\log (x)',
    ],
  ])('%s', (_, inner, latex) => {
    expect(blocksOf(`<p>Here ${drawn(inner)} is.</p>`)).toBe(`Here $${latex}$ is.`);
  });

  test('and marked as not being what was written', () => {
    const page = new DOMParser().parseFromString(
      `<article><h1>t</h1><p>${'Words and words. '.repeat(30)}${drawn(x)}</p></article>`,
      'text/html',
    );
    expect(extractPage(page, { url: 'https://example.org/' }).html).toContain(
      '<span data-math="inline" data-guessed="">x</span>',
    );
  });
});

describe('the LaTeX is read', () => {
  test.each([
    [
      'from an attribute around the drawing',
      `<p>Here <span class="m" data-math="\\frac{n}{t}">${drawn(x)}</span> is.</p>`,
      'Here $\\frac{n}{t}$ is.',
    ],
    [
      'from an attribute of a block',
      `<div data-math="a+b"><span class="katex-display">${drawn(x)}</span></div>`,
      '$$\na+b\n$$',
    ],
    [
      'from MathML in an attribute',
      '<p>Here <span class="MathJax_SVG" data-mathml="&lt;math&gt;&lt;msup&gt;&lt;mi&gt;x&lt;/mi&gt;&lt;mn&gt;2&lt;/mn&gt;&lt;/msup&gt;&lt;/math&gt;"><svg></svg></span> is.</p>',
      'Here $x^{2}$ is.',
    ],
    [
      'from a drawing alone in the text',
      '<p>Here <span><svg viewBox="0 0 9 9"><g data-mml-node="math"><g data-mml-node="msup"><g data-mml-node="mi"><path data-c="78"></path></g><g data-mml-node="mn"><path data-c="32"></path></g></g></g></svg></span> is.</p>',
      'Here $x^{2}$ is.',
    ],
    [
      'from a drawing that states it',
      '<p>Here <mjx-container jax="SVG"><svg><g data-mml-node="math" data-latex="\\alpha"><path data-c="3B1"></path></g></svg></mjx-container> is.</p>',
      'Here $\\alpha$ is.',
    ],
    [
      'from a renderer that has not run',
      '<p>Here <code class="language-math math-inline">x_1</code> is.</p>',
      'Here $x_1$ is.',
    ],
  ])('%s', (_, html, markdown) => {
    expect(blocksOf(html)).toBe(markdown);
  });

  test('and a malformed glyph ends nothing', () => {
    const glyph = (code: string): string =>
      `<mjx-container><svg><g data-mml-node="math"><g data-mml-node="mi"><path data-c="${code}"></path></g></g></svg></mjx-container>`;
    expect(blocksOf(`<p>Here ${glyph('zz')}${glyph('FFFFFFFF')}${glyph('78')} is.</p>`)).toBe('Here $x$ is.');
  });
});
