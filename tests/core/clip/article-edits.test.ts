import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import { applyEdits, carryEdits, nameOfBlock } from '../../../src/core/clip/article-edits.ts';
import { bodyFromArticle } from '../../../src/core/clip/clip-from-article.ts';
import { makeArticle } from '../../factories/article.ts';

const code = (text: string, language: string | null): TextBlock => ({ kind: 'code', text, language });
const prose = (text: string): TextBlock => ({ kind: 'prose', text });

function body(html: string, blocks: readonly TextBlock[]) {
  return bodyFromArticle('a', makeArticle({ html, blocks }));
}

const page = body(
  '<p data-block="0">one</p><ul><li data-block="1">two<ul><li data-block="2">three</li></ul></li></ul>' +
    '<p data-block="3">one</p><pre data-block="4"><code class="language-js" data-guessed="" data-file="a.js">x &lt; 1</code></pre>',
  [prose('one'), prose('two'), prose('three'), prose('one'), code('x < 1', 'js')],
);

function removed(index: number) {
  const block = nameOfBlock(page.blocks, index);
  if (block === null) throw new Error('no such block');
  return applyEdits(page, [{ kind: 'remove', block }]);
}

test('a removed paragraph leaves the article; the others keep their numbers', () => {
  const { html, blocks } = removed(0);
  expect(html.startsWith('<ul>')).toBe(true);
  expect(html).toContain('<p data-block="3">one</p>');
  expect(blocks.map((block) => block.text)).toEqual(['', 'two', 'three', 'one', 'x < 1']);
});

test('of equal paragraphs, the one that was meant goes', () => {
  const { html } = removed(3);
  expect(html).toContain('<p data-block="0">one</p>');
  expect(html).not.toContain('data-block="3"');
});

test('with a list item go the items inside it', () => {
  const { html, blocks } = removed(1);
  expect(html).toContain('<ul></ul>');
  expect(blocks.map((block) => block.text)).toEqual(['one', '', '', 'one', 'x < 1']);
});

test('the language of a code block is corrected, in the article and in its blocks', () => {
  const block = nameOfBlock(page.blocks, 4);
  if (block === null) throw new Error('no such block');
  const { html, blocks } = applyEdits(page, [{ kind: 'language', block, language: 'rust' }]);
  expect(html).toContain('<code class="language-rust" data-file="a.js">x &lt; 1</code>');
  expect(blocks[4]).toEqual(code('x < 1', 'rust'));
  const plain = applyEdits(page, [{ kind: 'language', block, language: null }]);
  expect(plain.html).toContain('<code data-file="a.js">');
});

test('a language that is no name does not get into the markup', () => {
  const block = nameOfBlock(page.blocks, 4);
  if (block === null) throw new Error('no such block');
  const { html } = applyEdits(page, [{ kind: 'language', block, language: 'x" onclick="y' }]);
  expect(html).not.toContain('onclick');
});

test('an edit survives that the article is extracted anew, and does nothing where its block is gone', () => {
  const block = nameOfBlock(page.blocks, 4);
  if (block === null) throw new Error('no such block');
  const edits = [{ kind: 'remove' as const, block }];
  const anew = body('<h2 data-block="0">New</h2><pre data-block="1"><code>x &lt; 1</code></pre>', [
    { kind: 'heading', text: 'New', level: 2 },
    code('x < 1', null),
  ]);
  expect(applyEdits(anew, edits).html).toBe('<h2 data-block="0">New</h2>');
  const other = body('<p data-block="0">x</p>', [prose('x')]);
  expect(applyEdits(other, edits)).toEqual(other);
});

test('whatever is removed, the rest of the markup is untouched', () => {
  const text = fc.string().map((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), fc.nat(), (texts, seed) => {
      const unique = texts.map((each, index) => `${each}${index}`);
      const piece = (each: string, index: number) =>
        `<p data-block="${index}" title="a > b">${each}<br><em>${each}</em></p>`;
      const article = body(
        unique.map(piece).join(''),
        unique.map((each) => prose(each)),
      );
      const index = seed % unique.length;
      const block = nameOfBlock(article.blocks, index);
      if (block === null) return false;
      const { html } = applyEdits(article, [{ kind: 'remove', block }]);
      return html === unique.map((each, at) => (at === index ? '' : piece(each, at))).join('');
    }),
  );
});

test('edits follow their blocks into a changed article: a removed paragraph stays removed, a corrected language corrected', () => {
  const earlier = [
    prose('Follow our account for more of this.'),
    prose('Measure first.'),
    code('x := 1\ny := 2', 'js'),
  ];
  const later = [
    prose('A new beginning.'),
    prose('Follow our new account for more of this.'),
    code('x := 1\ny := 2\nz := 3', 'js'),
  ];
  const name = (blocks: readonly TextBlock[], index: number) => {
    const found = nameOfBlock(blocks, index);
    if (found === null) throw new Error('no such block');
    return found;
  };
  const edits = [
    { kind: 'remove', block: name(earlier, 0) },
    { kind: 'language', block: name(earlier, 2), language: 'go' },
    { kind: 'remove', block: name(earlier, 1) },
  ] as const;
  const carried = carryEdits(edits, earlier, later);
  expect(carried).toEqual([
    { kind: 'remove', block: name(later, 1) },
    { kind: 'language', block: name(later, 2), language: 'go' },
    // Gone: it waits for the version that has it.
    edits[2],
  ]);
  expect(carryEdits(carried, later, earlier)).toEqual(edits);
});

const passage = {
  kind: 'put-back',
  side: 'after',
  html: '<h2 data-block="0">lost</h2><p data-block="1">found again</p>',
  blocks: [{ kind: 'heading', text: 'lost', level: 2 }, prose('found again')],
} as const;

function named(index: number) {
  const block = nameOfBlock(page.blocks, index);
  if (block === null) throw new Error('no such block');
  return block;
}

test('a passage is put back beside the outermost element of its block, with numbers after all others', () => {
  const { html, blocks } = applyEdits(page, [{ ...passage, block: named(2) }]);
  expect(html).toContain(
    '</ul><h2 data-block="5">lost</h2><p data-block="6">found again</p><p data-block="3">',
  );
  expect(blocks.map(({ text }) => text)).toEqual([
    'one',
    'two',
    'three',
    'one',
    'x < 1',
    'lost',
    'found again',
  ]);
});

test('a passage stands before the first block, and beside the nearest one that was not removed', () => {
  expect(applyEdits(page, [{ ...passage, side: 'before', block: named(0) }]).html).toMatch(
    /^<h2 data-block="5">/,
  );
  const removedToo = applyEdits(page, [
    { kind: 'remove', block: named(3) },
    { ...passage, block: named(3) },
  ]);
  expect(removedToo.html).toContain('</ul><h2');
});

test('a passage survives another extraction, and is not there twice where that one found it', () => {
  const later = body('<p data-block="0">new</p><p data-block="1">one</p><p data-block="2">two</p>', [
    prose('new'),
    prose('one'),
    prose('two'),
  ]);
  const carried = carryEdits([{ ...passage, block: named(3) }], page.blocks, later.blocks);
  expect(applyEdits(later, carried).html).toContain('found again');
  const whole = body('<p data-block="0">lost</p><p data-block="1">found again</p>', [
    prose('lost'),
    prose('found again'),
  ]);
  const both = carryEdits([{ ...passage, block: named(3) }], page.blocks, whole.blocks);
  expect(applyEdits(whole, both).html.match(/found again/g)).toHaveLength(1);
});
