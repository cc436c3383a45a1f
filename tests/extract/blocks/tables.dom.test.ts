import { describe, expect, test } from 'vitest';
import { blocksOf } from '../block-of.ts';

const table = '| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |';
const row = (write: (cell: string) => string, cells: string): string => cells.split(' ').map(write).join('');

/** Tables that are no `<table>`. */
const tables: Readonly<Record<string, string>> = {
  roles: `<div role="table"><div role="rowgroup"><div role="row">${row((cell) => `<span role="columnheader">${cell}</span>`, 'A B')}</div></div><div role="rowgroup">${['1 2', '3 4'].map((cells) => `<div role="row">${row((cell) => `<span role="cell">${cell}</span>`, cells)}</div>`).join('')}</div></div>`,
  'a grid of roles': `<section role="grid"><div role="row">${row((cell) => `<div role="columnheader">${cell}</div>`, 'A B')}</div>${['1 2', '3 4'].map((cells) => `<div role="row">${row((cell) => `<div role="gridcell">${cell}</div>`, cells)}</div>`).join('')}</section>`,
  styles: `<div style="display:table">${['A B', '1 2', '3 4'].map((cells, n) => `<div style="display:table-row"${n === 0 ? ' class="head"' : ''}>${row((cell) => `<div style="display: table-cell">${cell}</div>`, cells)}</div>`).join('')}</div>`,
  names: `<div class="rt-table"><div class="rt-thead"><div class="rt-tr">${row((cell) => `<div class="rt-th">${cell}</div>`, 'A B')}</div></div><div class="rt-tbody">${['1 2', '3 4'].map((cells) => `<div class="rt-tr">${row((cell) => `<div class="rt-td">${cell}</div>`, cells)}</div>`).join('')}</div></div>`,
  'names in camel case': `<div class="DataTable">${['A B', '1 2', '3 4'].map((cells, n) => `<div class="tableRow">${row((cell) => `<div class="${n === 0 ? 'headCell' : 'bodyCell'}">${cell}</div>`, cells)}</div>`).join('')}</div>`,
  'cells under headers': `<div class="summary-table two-column-summary">${row((cell) => `<div class="table-header">${cell}</div>`, 'A B')}${row((cell) => `<div class="col even-row-color">${cell}</div>`, '1 2 3 4')}</div>`,
};

describe('a table', () => {
  test.each(Object.entries(tables))('made of %s', (_, html) => {
    expect(blocksOf(html)).toBe(table);
  });

  test.each([
    [
      'columns of a page',
      '<div class="grid"><div class="row"><div class="col"><p>One thing.</p><p>More.</p></div></div></div>',
    ],
    [
      'one row',
      '<div role="table"><div role="row"><span role="cell">a</span><span role="cell">b</span></div></div>',
    ],
  ])('is not %s', (_, html) => {
    expect(blocksOf(html)).not.toContain('|');
  });
});

describe('a table that only sets formulas', () => {
  const half = '<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>';
  test.each([
    ['beside a number', `<table><tr><td>${half}</td><td>(1)</td></tr></table>`, '$$\n\\frac{1}{2}\n$$'],
    [
      'between blank cells',
      `<table class="ltx_equation"><tr><td></td><td>${half}</td><td></td><td><span>(2.1a)</span></td></tr></table>`,
      '$$\n\\frac{1}{2}\n$$',
    ],
    [
      'in several cells',
      `<table class="ltx_equationgroup"><tr><td>${half}</td><td><math><mo>=</mo><mi>x</mi></math></td><td></td></tr></table>`,
      '$$\n\\frac{1}{2} =x\n$$',
    ],
    [
      'with its stop',
      `<table class="equation"><tr><td>${half}.</td><td>3</td></tr></table>`,
      '$$\n\\frac{1}{2}\n$$',
    ],
  ])('%s is the formulas', (_, html, markdown) => {
    expect(blocksOf(html)).toBe(markdown);
  });

  test('and no table of formulas with words', () => {
    expect(
      blocksOf(`<table><tr><th>Name</th><th>Value</th></tr><tr><td>half</td><td>${half}</td></tr></table>`),
    ).toContain('| half |');
  });
});

test('a comparison of two versions is a diff, without the numbers of its lines', () => {
  const line = (number: string, sign: string, text: string): string =>
    `<tr><td class="num">${number}</td><td class="line"><span>${sign}</span><span>${text}</span></td></tr>`;
  expect(
    blocksOf(
      `<table class="diff-table">${line('1', '-', 'let a = 1')}${line('1', '+', 'let a = 2')}</table>`,
    ),
  ).toBe('```diff\n-let a = 1\n+let a = 2\n```');
});
