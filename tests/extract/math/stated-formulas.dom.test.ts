import { describe, expect, test } from 'vitest';
import { blocksOf } from '../block-of.ts';

const drawn = '<span class="katex"><span class="katex-html" aria-hidden="true"><span>x2</span></span></span>';

describe('a formula is taken from where the page states it', () => {
  test.each([
    ['before what is drawn in the same element', `<span class="ql-formula" data-value="x^2">${drawn}</span>`],
    ['and drawn', `<span class="equation-wrapper" data-equation="x^2">${drawn}</span>`],
    ['the title of a picture', '<img src="https://latex.codecogs.com/gif.latex?x%5E2" title="x^2">'],
    ['the address of a picture', '<img src="https://latex.codecogs.com/svg.latex?x%5E2">'],
    ['a picture that its maker calls so', '<img class="math" src="/_images/math/a.png" alt="x^2">'],
    ['text in dollars that is marked', '<span class="math-container">$x^2$</span>'],
  ])('%s', (_where, html) => {
    expect(blocksOf(`<p>Let ${html} be it, as long as it is.</p>`)).toBe(
      'Let $x^2$ be it, as long as it is.',
    );
  });
});
