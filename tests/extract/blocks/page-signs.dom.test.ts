import { describe, expect, test } from 'vitest';
import { blocksOf } from '../block-of.ts';

/** Signs by which a page is worked, and what stays without them. */
const signs: readonly (readonly [string, string, string])[] = [
  ['a pilcrow after a paragraph', '<p id="a">Words.<a href="#a" class="pilcrow">¶</a></p>', 'Words.'],
  ['a section sign after an item', '<ul><li id="b">Item<a href="#b">§</a></li></ul>', '- Item'],
  [
    'a sign after a term',
    '<dl><dt id="c"><code>f()</code><a href="#c">#</a></dt><dd>Does.</dd></dl>',
    '`f()`\n: Does.',
  ],
  [
    'a link to the editor in a heading',
    '<h3>Clocks<span class="x">[<a href="/e?s=2">edit</a>]</span></h3>',
    '### Clocks',
  ],
  [
    'two links to the editor beside a heading',
    '<div><h2>Clocks</h2><span>[<a href="/v">编辑</a> | <a href="/e">编辑源代码</a>]</span></div>',
    '## Clocks',
  ],
  [
    'a link to the source beside a heading',
    '<section><a class="src" href="../src/x.rs.html#1">Source</a><a href="#m">§</a><h4>fn take()</h4></section>',
    '#### fn take()',
  ],
  [
    'a link to the source after a term',
    '<dl><dt><code>Queue.take()</code> <a href="_modules/q.html"><span>[source]</span></a></dt><dd>Does.</dd></dl>',
    '`Queue.take()`\n: Does.',
  ],
  ['a link to the top', '<p>Words.</p><p><a href="#top">Back to top ↑</a></p>', 'Words.'],
  ['a link to the top in brackets', '<p>Words.</p><div>[<a href="#">返回顶部</a>]</div>', 'Words.'],
  [
    'a prompt of a notebook',
    '<div><div class="prompt">In&nbsp;[12]:</div><pre class="language-python">x = 1</pre></div>',
    '```python\nx = 1\n```',
  ],
  [
    'a prompt of another one',
    '<div><div><span>Out[ ]:</span></div><div><pre>1</pre></div></div>',
    '```\n1\n```',
  ],
  [
    'a word to open what is open',
    '<details open><summary><span>Expand description</span></summary><p>Words.</p></details>',
    'Words.',
  ],
  [
    'a button to copy a link',
    '<h2>Clocks</h2><span class="tip">Copy link</span><p>Words.</p>',
    '## Clocks\n\nWords.',
  ],
];

describe('is left out', () => {
  test.each(signs)('%s', (_, html, markdown) => {
    expect(blocksOf(html)).toBe(markdown);
  });
});

describe('stays', () => {
  test.each([
    ['<p>See <a href="#top-level">top level</a> names.</p>', 'top level'],
    ['<p>Press <code>In [1]:</code> again.</p>', 'In [1]:'],
    ['<h2>Arrays [draft]</h2>', 'draft'],
    ['<h2><a href="/source">Source</a></h2>', 'Source'],
    ['<details><summary>Show more</summary><p>Words.</p></details>', 'Show more'],
    ['<p>By § 5 of the <a href="/law">act</a>.</p>', '§ 5'],
  ])('%s', (html, words) => {
    expect(blocksOf(html)).toContain(words);
  });
});
