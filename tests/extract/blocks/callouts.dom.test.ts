import { describe, expect, test } from 'vitest';
import { blocksOf } from '../block-of.ts';

/** Boxes by what they say and where, whatever they are called. */
const boxes: readonly (readonly [string, string, string])[] = [
  ['a paragraph that repeats the type', '<div class="NOTE"><p>Note</p><p>It is dark.</p></div>', 'note'],
  [
    'a term and its definition',
    '<dl class="section warning"><dt>Warning</dt><dd>It is dark.</dd></dl>',
    'warning',
  ],
  [
    'a heading in a division',
    '<div class="x-note"><div class="x-note-title"><x-icon></x-icon><h6>Important</h6></div><div><p>It is dark.</p></div></div>',
    'important',
  ],
  [
    'a table with an icon',
    '<div class="tip" style="margin-left: 0.5in"><table><tr><td rowspan="2"><img alt="[Tip]" src="tip.png"></td><th>Tip</th></tr><tr><td><p>It is dark.</p></td></tr></table></div>',
    'tip',
  ],
  [
    'a word before the name of the box',
    '<div class="docs-alert docs-alert-important"><p>It is dark.</p></div>',
    'important',
  ],
  [
    'an alert whose label stands deeper',
    '<div role="alert" class="css-1"><div class="css-2"><div class="css-3"><h3>Attention</h3><div><p>It is dark.</p></div></div></div></div>',
    'warning',
  ],
  [
    'a box of no known name',
    '<div class="css-1x2y"><div class="css-3z"><span>注意</span></div><p>It is dark here, very dark, as was to be shown to you.</p></div>',
    'warning',
  ],
  [
    'a label with a colon',
    '<div class="css-1x2y"><strong>Caution:</strong><p>It is dark here, very dark, as was to be shown to you.</p></div>',
    'caution',
  ],
  [
    'a label of another language',
    '<aside><p>Hinweis</p><p>It is dark here, very dark, as was to be shown to you.</p></aside>',
    'note',
  ],
  [
    'a quotation named so',
    '<blockquote class="quote-tag quote-tag-warning"><p>Warning</p><p>It is dark.</p></blockquote>',
    'warning',
  ],
];

describe('a box', () => {
  test.each(boxes)('%s', (_, html, type) => {
    expect(blocksOf(html)).toMatch(new RegExp(`^> \\[!${type}\\]\n> It is dark[^\n]*\\.$`));
  });

  test('whose place is named is no other box', () => {
    const html =
      '<div class="custom-block tip"><p class="custom-block-title">River</p><p>It flows.</p><div class="custom-block right"><p>A source</p></div></div>';
    expect(blocksOf(html)).toBe('> [!tip] River\n> It flows.\n>\n> A source');
  });

  test.each([
    '<p><strong>Note:</strong> It is dark.</p>',
    '<section><h3>Tip</h3><p>It is dark here, very dark, as was to be shown to you.</p></section>',
    '<div class="row"><span>Info</span><span>Dark</span></div>',
    '<ul><li><b>Warning</b><p>It is dark here, very dark, as was to be shown to you.</p></li></ul>',
  ])('is not %s', (html) => {
    expect(blocksOf(html)).not.toContain('[!');
  });
});
