import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import { anchorOf } from '../../../src/core/highlight/anchor.ts';
import type { Highlight, NewHighlight } from '../../../src/core/highlight/highlight.ts';
import { changedHighlight, makeHighlight } from '../../../src/core/highlight/make-highlight.ts';
import { type ArticleText, placeHighlights } from '../../../src/core/highlight/place-highlights.ts';

const prose = (text: string): TextBlock => ({ kind: 'prose', text });
const text = (...paragraphs: string[]): ArticleText => ({
  html: paragraphs.map((each, index) => `<p data-block="${index}">${each}</p>`).join(''),
  blocks: paragraphs.map(prose),
});

const first = text(
  'A connection pool keeps a number of open connections ready.',
  '连接池的大小应当等于同时在用的连接数，而不是越大越好。',
  'Measure first, then choose the size, then measure again.',
);

/** A highlight of words of one block, as the reader would ask for it. */
function asked(article: ArticleText, block: number, quote: string): NewHighlight {
  const start = article.blocks[block]?.text.indexOf(quote) ?? -1;
  const range = { from: { block, offset: start }, to: { block, offset: start + quote.length } };
  const anchor = anchorOf(article.blocks, range);
  if (start < 0 || anchor === null) throw new Error('no such words');
  const { prefix, suffix } = anchor;
  return { id: 'h', quote, prefix, suffix, range, color: 'yellow', note: '', tags: ['Go'], origin: 'reader' };
}

const made = (article: ArticleText, fresh: NewHighlight): Highlight =>
  makeHighlight(fresh, 'a', { shown: article, original: article }, 1);

function placed(
  highlight: Highlight,
  shown: ArticleText,
  more: Partial<Parameters<typeof placeHighlights>[1]> = {},
) {
  const [only] = placeHighlights([highlight], { shown, original: shown, versions: [first], ...more });
  if (only === undefined) throw new Error('lost');
  return only;
}

const wordsAt = ({ place }: Highlight, { blocks }: ArticleText) =>
  place === null ? null : anchorOf(blocks, place)?.quote;

describe('a highlight', () => {
  const highlight = placed(made(first, asked(first, 1, '同时在用的连接数')), first);

  test('stands where it was put, with keys of its tags', () => {
    expect(highlight).toMatchObject({ state: 'sure', tags: ['go'], createdAt: 1 });
    expect(wordsAt(highlight, first)).toBe('同时在用的连接数');
  });

  test('goes with its words, is asked about where they changed, and is sure again in its own text', () => {
    const moved = text('Another beginning.', ...first.blocks.map((block) => block.text));
    const there = placed(highlight, moved);
    expect(there).toMatchObject({ state: 'sure', anchor: highlight.anchor });
    expect(wordsAt(there, moved)).toBe('同时在用的连接数');
    const changed = text('连接池的大小应当略大于同一时刻在用连接的数目，而不是越大越好。');
    expect(placed(highlight, changed).state).toBe('moved');
    const gone = placed(highlight, text('Nothing of it is left.'));
    expect(gone).toMatchObject({ state: 'absent', place: null, anchor: highlight.anchor });
    expect(placed(gone, first)).toEqual(highlight);
  });

  test('is found from its own text, whatever came between', () => {
    const between = text('Nothing of it is left.');
    const last = text(...first.blocks.map((block) => block.text), 'An end.');
    const way = placed(placed(highlight, between), last, { versions: [first, between], before: between });
    expect(way).toEqual(placed(highlight, last));
  });

  test('goes on from where it stood, where its own text is not kept any more', () => {
    const second = text('连接池的大小应当等于此刻同时在用的连接数，而不是越大越好。', 'More.');
    const third = text('Before.', '连接池的大小应当等于此刻同时在用的连接数，而不是越大越好。', 'More.');
    const there = placed(highlight, second);
    const later = placed(there, third, { versions: [second], before: second });
    expect(wordsAt(later, third)).toBe('同时在用的连接数');
  });

  test('is absent where the user removed its block, and back with it', () => {
    const removed: ArticleText = {
      html: '',
      blocks: first.blocks.map((block, index) => (index === 1 ? prose('') : block)),
    };
    const without = placed(highlight, removed, { original: first });
    expect(without.state).toBe('absent');
    expect(placed(without, first)).toEqual(highlight);
  });

  test('of several blocks shows what is left of it, and says so', () => {
    const anchor = anchorOf(first.blocks, { from: { block: 0, offset: 2 }, to: { block: 1, offset: 3 } });
    if (anchor === null) throw new Error('nothing there');
    const both = placed(made(first, { ...asked(first, 0, 'pool'), ...anchor, range: anchor }), first);
    expect(both.state).toBe('sure');
    const removed = { html: '', blocks: [first.blocks[0] ?? prose(''), prose(''), prose('x')] };
    const part = placed(both, removed, { original: first });
    expect(part.state).toBe('moved');
    expect(wordsAt(part, removed)).toBe('connection pool keeps a number of open connections ready.');
  });
});

describe('a highlight of which only the words are known', () => {
  const fresh = { ...asked(first, 0, 'open connections'), range: null };

  test('stands where they are', () => {
    const highlight = placed(made(first, fresh), first);
    expect(highlight.state).toBe('sure');
    expect(wordsAt(highlight, first)).toBe('open connections');
  });

  test('keeps them until a text has them', () => {
    const highlight = made(first, { ...fresh, quote: 'not in this article at all' });
    expect(placed(highlight, first)).toMatchObject({ state: 'absent', anchoredIn: null });
    const later = text('They are not in this article at all, he said.');
    expect(placed(highlight, later).state).toBe('sure');
  });

  test('is not put where the range does not have them', () => {
    const wrong = { ...asked(first, 0, 'open connections'), range: asked(first, 2, 'Measure').range };
    expect(wordsAt(placed(made(first, wrong), first), first)).toBe('open connections');
  });
});

describe('a highlighted picture', () => {
  const shows = (...addresses: string[]): ArticleText => ({
    html: `<p data-block="0">x</p>${addresses.map((each) => `<figure><img src="${each}" alt=""></figure>`).join('')}`,
    blocks: [prose('x')],
  });
  const fresh: NewHighlight = {
    ...asked(first, 0, 'pool'),
    quote: 'A diagram',
    range: null,
    picture: 'https://a.example/1.png?a=1&b=2',
  };

  test('is there as long as the article shows it', () => {
    const there = shows('https://a.example/1.png?a=1&amp;b=2');
    const highlight = placed(made(there, fresh), there);
    expect(highlight).toMatchObject({ state: 'sure', place: { from: { block: 0 } } });
    expect(placed(highlight, shows('https://a.example/2.png')).state).toBe('absent');
  });
});

describe('a changed highlight', () => {
  const highlight = placed(made(first, asked(first, 0, 'pool')), first);
  const here = { shown: first, original: first };

  test('is the same object where nothing changes', () => {
    expect(changedHighlight(highlight, { color: 'yellow', tags: ['go'] }, here, 9)).toBe(highlight);
  });

  test('stands on a new selection, in the text of today', () => {
    const { range, ...rest } = asked(first, 2, 'Measure first');
    const put = placed(changedHighlight(highlight, { passage: { ...rest, range } }, here, 9), first);
    expect(wordsAt(put, first)).toBe('Measure first');
    expect(put).toMatchObject({ state: 'sure', changedAt: 9, createdAt: 1 });
  });
});

const paragraph = fc.constantFrom(
  'The pool hands out a connection and takes it back.',
  '重试之前先等一段时间，每次加倍。',
  'Deadlines travel with the request from one service to the next.',
  '日志里要有请求的编号，否则无从查起。',
  'A cache that is never emptied is a leak with another name.',
);
const article = fc.uniqueArray(paragraph, { minLength: 1, maxLength: 5 });

test('any words of a block that stays are sure at the same words, whatever happens around', () => {
  fc.assert(
    fc.property(
      article,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      article,
      fc.boolean(),
      (before, at, a, b, others, front) => {
        const own = before[at % before.length] ?? '';
        const [start, end] = [a % own.length, b % own.length].toSorted((x, y) => x - y) as [number, number];
        fc.pre(end - start >= 4);
        const earlier = text(...before);
        const highlight = made(earlier, asked(earlier, at % before.length, own.slice(start, end)));
        const fresh = others.filter((each) => each !== own);
        const later = text(...(front ? [...fresh, own] : [own, ...fresh]));
        const found = placed(highlight, later, { versions: [earlier] });
        expect(found.state).toBe('sure');
        expect(wordsAt(found, later)).toBe(highlight.anchor.quote);
        expect(placed(found, earlier, { versions: [later] }).state).toBe('sure');
      },
    ),
    { numRuns: 500 },
  );
});
