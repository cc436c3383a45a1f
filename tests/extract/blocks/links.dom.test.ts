import { describe, expect, test } from 'vitest';
import { blocksOf } from '../block-of.ts';

describe('a link', () => {
  test.each([
    ['round a heading', '<a href="/x"><h2>Head</h2></a>', '## [Head](https://example.org/x)'],
    [
      'round paragraphs',
      '<a href="/x"><p>One.</p><p>Two.</p></a>',
      '[One.](https://example.org/x)\n\n[Two.](https://example.org/x)',
    ],
    [
      'round a card',
      '<a href="/x"><div><h3>Head</h3><div>Words.</div></div></a>',
      '### [Head](https://example.org/x)\n\n[Words.](https://example.org/x)',
    ],
    ['round a list', '<a href="/x"><ul><li>One</li></ul></a>', '- [One](https://example.org/x)'],
    [
      'round a picture in a box',
      '<a href="/x.html"><div><img src="/t.png" alt="t"></div></a>',
      '[![t](https://example.org/t.png)](https://example.org/x.html)',
    ],
    ['round code leaves it', '<a href="/x"><pre>x = 1</pre></a>', '```\nx = 1\n```'],
    ['to a place of the page round a heading', '<a href="#h"><h2 id="h">Head</h2></a>', '## Head'],
  ])('%s', (_, html, markdown) => {
    expect(blocksOf(html)).toBe(markdown);
  });
});

describe('a picture that links to a picture', () => {
  test.each([
    [
      'keeps the link',
      '<p><a href="/full.png"><img src="/thumb.png" alt="a"></a></p>',
      '[![a](https://example.org/thumb.png)](https://example.org/full.png)',
    ],
    [
      'in a figure',
      '<figure><a href="/full.png"><picture><img src="/thumb.png" alt="a"></picture></a></figure>',
      '[![a](https://example.org/thumb.png)](https://example.org/full.png)',
    ],
    [
      'is that one, where it is the same',
      '<p><a href="/a.png"><img src="/a.png" alt="a"></a></p>',
      '![a](https://example.org/a.png)',
    ],
    [
      'is that one, where it is smaller',
      '<p><a href="/a.jpg"><img src="/a-300x200.jpg" alt="a"></a></p>',
      '![a](https://example.org/a.jpg)',
    ],
  ])('%s', (_, html, markdown) => {
    expect(blocksOf(html)).toBe(markdown);
  });
});
