import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import { anchorOf, segmentsOf } from '../../../src/core/highlight/anchor.ts';
import type { BlockRange, HighlightAnchor } from '../../../src/core/highlight/highlight.ts';
import { createReanchor } from '../../../src/core/highlight/reanchor.ts';
import { searchQuote } from '../../../src/core/highlight/search-quote.ts';

const prose = (text: string): TextBlock => ({ kind: 'prose', text });
const code = (text: string): TextBlock => ({ kind: 'code', text, language: 'go' });

function range(block: number, start: number, end: number): BlockRange {
  return { from: { block, offset: start }, to: { block, offset: end } };
}

function anchor(blocks: readonly TextBlock[], where: BlockRange): HighlightAnchor {
  const made = anchorOf(blocks, where);
  if (made === null) throw new Error('nothing there');
  return made;
}

function words(blocks: readonly TextBlock[], block: number, quote: string): HighlightAnchor {
  const start = blocks[block]?.text.indexOf(quote) ?? -1;
  if (start < 0) throw new Error('no such words');
  return anchor(blocks, range(block, start, start + quote.length));
}

const article = [
  prose('A connection pool keeps a number of open connections ready.'),
  prose('连接池的大小应当等于同时在用的连接数，而不是越大越好。'),
  code('func Open(dsn string) (*Pool, error) {\n\treturn &Pool{max: 10}, nil\n}'),
  prose('Measure first, then choose the size, then measure again.'),
];

describe('an anchor', () => {
  test('holds the words and what stands around them, over several blocks', () => {
    const made = anchor(article, { from: { block: 0, offset: 46 }, to: { block: 1, offset: 3 } });
    expect(made.quote).toBe('ctions ready.\n连接池');
    expect(made.prefix.endsWith('open conne')).toBe(true);
    expect(made.suffix.startsWith('的大小')).toBe(true);
  });

  test('does not cut a character in half', () => {
    const blocks = [prose(`${'😀'.repeat(40)}x${'😀'.repeat(40)}`)];
    const made = anchor(blocks, range(0, 80, 81));
    expect(made.prefix + made.suffix).toMatch(/^(?:😀)+$/u);
  });

  test('is none where nothing is covered', () => {
    expect(anchorOf(article, range(0, 5, 5))).toBeNull();
    expect(anchorOf([prose('')], range(0, 0, 3))).toBeNull();
  });

  test('keeps a block that was taken whole as a whole', () => {
    const blocks: TextBlock[] = [{ kind: 'math', text: 'e^{i\\pi}' }];
    const made = anchor(blocks, { from: { block: 0, offset: null }, to: { block: 0, offset: null } });
    expect(made).toMatchObject({ from: { block: 0, offset: null }, quote: 'e^{i\\pi}' });
  });
});

describe('after a change of the text', () => {
  test('words in an unchanged block are sure, wherever the block went', () => {
    const later = [prose('New first paragraph.'), article[3], article[2], article[1], article[0]].filter(
      (block) => block !== undefined,
    );
    const found = createReanchor(article, later)(words(article, 1, '同时在用的连接数'));
    expect(found).toMatchObject({ state: 'sure', anchor: { quote: '同时在用的连接数', from: { block: 3 } } });
  });

  test('words that stay in a block that changed around them are sure', () => {
    const later = [
      prose('As everybody knows, a connection pool keeps some number of open connections ready for use.'),
    ];
    const found = createReanchor(article, later)(words(article, 0, 'open connections ready'));
    expect(found).toMatchObject({ state: 'sure', anchor: { quote: 'open connections ready' } });
  });

  test('words of a paragraph that was split are found in the part that has them, though they changed', () => {
    const lead = 'A pool keeps connections open, so that nobody waits for a new one to be made.';
    const rest = 'How many it keeps is a setting, and the best value of it depends on the load.';
    const earlier = [prose('# Pools'), prose(`${lead} ${rest}`), prose('# Limits')];
    const later = [
      prose('# Pools'),
      prose(`${lead} That is all there is to it at first, and for many programs it is quite enough.`),
      prose('# Size'),
      prose('How many it keeps is a plain setting, and the best value depends on the load.'),
      prose('# Limits'),
    ];
    const found = createReanchor(earlier, later)(words(earlier, 1, rest));
    expect(found).toMatchObject({
      state: 'moved',
      anchor: { quote: later[3]?.text, from: { block: 3 }, to: { block: 3 } },
    });
  });

  test('words over the seam of two paragraphs that became one are found in it', () => {
    const earlier = [
      prose('# Pools'),
      prose('Connections stay open.'),
      prose('Nobody waits for them.'),
      prose('# End'),
    ];
    const later = [
      prose('# Pools'),
      prose('Connections stay open, and nobody waits for them.'),
      prose('# End'),
    ];
    const seam = anchor(earlier, { from: { block: 1, offset: 12 }, to: { block: 2, offset: 12 } });
    expect(createReanchor(earlier, later)(seam)).toMatchObject({
      state: 'moved',
      anchor: { from: { block: 1 }, to: { block: 1 } },
    });
  });

  test('what took the place of a passage that is gone is not taken for it', () => {
    const earlier = [prose('# Pools'), prose('The dial timeout is five seconds by default.'), prose('# End')];
    const later = [
      prose('# Pools'),
      prose('Retries are made with a growing pause.'),
      prose('By now the queue is what limits it, not the network.'),
      prose('# End'),
    ];
    const found = createReanchor(earlier, later)(words(earlier, 1, 'dial timeout is five seconds'));
    expect(found.state).toBe('absent');
  });

  test('words that changed themselves are found, and the user is asked to look', () => {
    const later = [prose('Measure first, then choose the much smaller size, then measure again.')];
    const found = createReanchor(article, later)(words(article, 3, 'then choose the size'));
    expect(found).toMatchObject({ state: 'moved', anchor: { quote: 'then choose the much smaller size' } });
  });

  test('a line of code is followed through an inserted line', () => {
    const later = [
      code('func Open(dsn string) (*Pool, error) {\n\tlog.Print(dsn)\n\treturn &Pool{max: 10}, nil\n}'),
    ];
    const found = createReanchor(article, later)(words(article, 2, '\treturn &Pool{max: 10}, nil'));
    expect(found).toMatchObject({ state: 'sure', anchor: { quote: '\treturn &Pool{max: 10}, nil' } });
  });

  test('the second of two equal sentences stays the second', () => {
    const earlier = [prose('It works. It works. Then it fails.')];
    const later = [prose('It works. It works. Then it fails, slowly.')];
    const found = createReanchor(earlier, later)(anchor(earlier, range(0, 10, 19)));
    expect(found).toMatchObject({ state: 'sure', anchor: { from: { offset: 10 }, to: { offset: 19 } } });
  });

  test('what is gone is absent and keeps its words; it is never put on other words', () => {
    const later = [prose('This page was rewritten and speaks of something else entirely, such as trains.')];
    const before = words(article, 1, '同时在用的连接数');
    expect(createReanchor(article, later)(before)).toEqual({ anchor: before, state: 'absent' });
  });

  test('a range over two blocks that traded places is not stretched over what lies between', () => {
    const earlier = [
      prose('First of all the first.'),
      prose('And then the second one.'),
      prose('Third at last.'),
    ];
    const later = [earlier[1], earlier[2], earlier[0]].filter((block) => block !== undefined);
    const both = anchor(earlier, { from: { block: 0, offset: 0 }, to: { block: 1, offset: 24 } });
    expect(createReanchor(earlier, later)(both).state).toBe('absent');
  });
});

describe('without the earlier text', () => {
  test('the exact words are found where they stand once', () => {
    const found = searchQuote(article, { quote: '而不是越大越好', prefix: '', suffix: '' });
    expect(found).toMatchObject({ exact: true, range: { from: { block: 1 } } });
  });

  test('of several places the one with the same surroundings counts, and none where two fit alike', () => {
    const blocks = [prose('use it here: call close. done'), prose('use it there: call close. later')];
    const at = searchQuote(blocks, { quote: 'call close.', prefix: 'it there: ', suffix: ' later' });
    expect(at?.range.from.block).toBe(1);
    const same = [prose('call close.'), prose('call close.')];
    expect(searchQuote(same, { quote: 'call close.', prefix: '', suffix: '' })).toBeNull();
  });

  test('similar words with the same surroundings are found, others are not', () => {
    const quote = 'a connection pool keeps a few open connections ready';
    expect(searchQuote(article, { quote, prefix: '', suffix: '' })).toMatchObject({
      exact: false,
      range: { from: { block: 0 } },
    });
    expect(
      searchQuote(article, { quote: 'nothing of this kind is said in the text', prefix: '', suffix: '' }),
    ).toBeNull();
  });
});

const word = fc.constantFrom(
  ...'alpha beta gamma 连接 索引 缓存 的 delta epsilon 42 zeta().close( →'.split(' '),
);
const text = fc.array(word, { minLength: 6, maxLength: 30 }).map((all) => all.join(' '));
const blocks = fc
  .uniqueArray(text, { minLength: 3, maxLength: 12 })
  .map((all) => all.map((each) => prose(each)));

test('whatever else changes, a highlight in a block that is still there once is sure and has the same words', () => {
  fc.assert(
    fc.property(
      blocks,
      blocks,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (earlier, others, pick, place, start, drop) => {
        const block = pick % earlier.length;
        const kept = earlier[block];
        if (kept === undefined || others.some((other) => other.text === kept.text)) return;
        const at = start % (kept.text.length - 4);
        const before = anchor(earlier, range(block, at, at + 4));
        const later = [...(drop ? [] : earlier.filter((each) => each !== kept)), ...others];
        later.splice(place % (later.length + 1), 0, kept);
        const found = createReanchor(earlier, later)(before);
        expect(found.state).toBe('sure');
        expect(segmentsOf(later, found.anchor)).toEqual([
          { block: later.indexOf(kept), start: at, end: at + 4 },
        ]);
      },
    ),
  );
});

test('any two texts: it never throws, never points outside, and what is found has its words as its quote', () => {
  fc.assert(
    fc.property(blocks, blocks, fc.nat(), fc.nat(), fc.nat(), (earlier, later, first, last, offset) => {
      const [from, to] = [first % earlier.length, last % earlier.length].sort((a, b) => a - b);
      const made = anchorOf(earlier, {
        from: { block: from ?? 0, offset: offset % 20 },
        to: { block: to ?? 0, offset: null },
      });
      if (made === null) return;
      const found = createReanchor(earlier, later)(made);
      if (found.state === 'absent') expect(found.anchor).toBe(made);
      else expect(anchorOf(later, found.anchor)?.quote).toBe(found.anchor.quote);
    }),
  );
});
