import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import { bestExcerpt, foldBlocks } from '../../../src/search/ranking/best-excerpt.ts';
import type { Matcher } from '../../../src/search/ranking/matcher.ts';

function matchers(...words: string[]): Matcher[] {
  return words.map((find, unit) => ({ unit, find, slack: 0, weight: 1 }));
}

const prose = (text: string): TextBlock => ({ kind: 'prose', text });

test('the block that holds more of the query wins, the earlier of two equals', () => {
  const blocks = [prose('alpha here'), prose('beta, then alpha'), prose('alpha and beta again')];
  expect(bestExcerpt(foldBlocks(blocks), matchers('alpha', 'beta')).excerpt?.block).toBe(1);
});

test.each([
  [
    'an entry of a literature list',
    '[3] Doe. The alpha tree. https://example.org/papers/alpha-tree-and-more',
  ],
  ['a line of links', 'alpha: https://example.org/one/long/way https://example.com/another/long/way'],
  ['a name alone', 'Alpha'],
])('%s says less than a sentence that holds as much', (_what, text) => {
  const blocks = [prose(text), prose('An alpha is what stands at the beginning, and it is short.')];
  expect(bestExcerpt(foldBlocks(blocks), matchers('alpha')).excerpt?.block).toBe(1);
});

test('who looks for an address is shown it', () => {
  const blocks = [
    prose('See https://example.org/alpha/beta for all of it.'),
    prose('A text about example and alpha.'),
  ];
  expect(bestExcerpt(foldBlocks(blocks), matchers('example', 'alpha')).excerpt?.block).toBe(0);
});

test('what the title says already counts less than what it does not say', () => {
  const blocks = [prose('Some alpha, and how it is used.'), prose('This is where the gamma is put on.')];
  const wanted = matchers('alpha', 'used', 'gamma').map((one) => ({
    ...one,
    weight: one.find === 'used' ? 0.3 : 1,
  }));
  expect(bestExcerpt(foldBlocks(blocks), wanted).excerpt?.block).toBe(0);
  const titled = bestExcerpt(foldBlocks(blocks), wanted, new Set([0]));
  expect(titled.excerpt?.block).toBe(1);
  expect(titled.worth).toBeCloseTo(1.3);
});

test('a excerpt of code is whole lines', () => {
  const text = `${'first()\n'.repeat(40)}\tsecond(alpha)\n${'third()\n'.repeat(40)}`;
  const { excerpt } = bestExcerpt(foldBlocks([{ kind: 'code', text, language: null }]), matchers('alpha'));
  expect(excerpt?.text).toBe('first()\n\tsecond(alpha)\nthird()');
});

test.each([
  ['the log of v2.17.1 (CVE-2021-44228) and of example.com/foo/bar and more', 'bar'],
  [`${'Words and words, '.repeat(20)}config.prod.example.yaml-file.tar.gz alpha`, 'alpha'],
  [`${'x'.repeat(30)}.${'y'.repeat(30)}.alpha ${'and so on '.repeat(40)}`, 'alpha'],
  [`${'前面的文字'.repeat(30)}com.example.app.Service.alpha 之后`, 'alpha'],
])('a excerpt does not begin inside a token: %#', (text, word) => {
  for (const kind of ['prose', 'code'] as const) {
    const block: TextBlock = kind === 'prose' ? prose(text) : { kind, text, language: null };
    const { excerpt } = bestExcerpt(foldBlocks([block]), matchers(word));
    const at = text.indexOf(excerpt?.text ?? '?');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(`${text[at - 1] ?? ' '}${text[at] ?? ''}`).not.toMatch(/[\w.][\w.]/u);
  }
});

test('a excerpt of prose begins with the sentence, and is short', () => {
  const text = `${'Nothing to see. '.repeat(30)}Here is alpha at last. ${'More of it. '.repeat(30)}`;
  const { excerpt } = bestExcerpt(foldBlocks([prose(text)]), matchers('alpha'));
  expect(excerpt?.text.startsWith('Here is alpha')).toBe(true);
  expect(excerpt?.text.length).toBeLessThanOrEqual(220);
});

test('words are found at the joints of identifiers, not inside words', () => {
  const marked = (text: string, word: string): string[] => {
    const { excerpt } = bestExcerpt(foldBlocks([prose(text)]), matchers(word));
    return (excerpt?.ranges ?? []).map(([start, end]) => excerpt?.text.slice(start, end) ?? '');
  };
  expect(marked('context.WithTimeout', 'timeout')).toEqual(['Timeout']);
  expect(marked('HTTPServer', 'server')).toEqual(['Server']);
  expect(marked('algorithm', 'go')).toEqual([]);
  expect(marked('Ｔimeout café', 'cafe')).toEqual(['café']);
});

test('ranges are in order, apart, inside the text, and mark what was looked for', () => {
  const piece = fc.constantFrom('alpha', 'beta', '网络', ' ', '。', '\n', 'Ａ', 'é', '😀', 'gamma ');
  const kind = fc.constantFrom('prose' as const, 'code' as const);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 120 }), kind, (pieces, one) => {
      const text = pieces.join('');
      const block: TextBlock = one === 'code' ? { kind: one, text, language: null } : { kind: one, text };
      const wanted: Matcher[] = [
        { unit: 0, find: 'alpha', slack: Infinity, weight: 1 },
        { unit: 1, find: '网络', slack: Infinity, weight: 2 },
      ];
      const { excerpt } = bestExcerpt(foldBlocks([block]), wanted);
      if (/网络|(?:^|[ 。\n])alpha(?:[ 。\n]|$)/u.test(text)) expect(excerpt).not.toBeNull();
      if (excerpt === null) return;
      expect(text).toContain(excerpt.text);
      let last = -1;
      for (const [start, end] of excerpt.ranges) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeLessThanOrEqual(excerpt.text.length);
        expect(excerpt.text.slice(start, end)).toMatch(/^(?:alpha|网络)+$/u);
        last = end;
      }
      expect(excerpt.ranges.length).toBeGreaterThan(0);
    }),
  );
});

test('what was found stands in the first line that a row shows', () => {
  const chinese =
    '这篇文章记录排查过程和最后的方案，结论先放在前面，要么让客户端自己做负载均衡，要么放一个代理。';
  const english =
    'This sentence goes on and on, as some do, before it comes to what was asked for, which is alpha.';
  for (const [text, word, most] of [
    [chinese, '负载均衡', 24],
    [english, 'alpha', 48],
  ] as const) {
    const { excerpt } = bestExcerpt(foldBlocks([prose(text)]), matchers(word));
    expect(excerpt?.text.indexOf(word)).toBeLessThanOrEqual(most);
    expect(excerpt?.ranges).toEqual([
      [excerpt?.text.indexOf(word), (excerpt?.text.indexOf(word) ?? 0) + word.length],
    ]);
  }
});
