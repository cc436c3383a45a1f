import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptRuns } from '../../../src/core/clip/map-text.ts';
import { matchTokens } from '../../../src/core/clip/match-tokens.ts';

const words = fc.array(fc.constantFrom('lock', 'queue', 'wait', 'the', '，', '锁', ' ', '🙂'), {
  maxLength: 60,
});

test('runs are in order, and both lists have what they name', () => {
  fc.assert(
    fc.property(words, words, fc.constantFrom(1, 20, 1_000), (a, b, most) => {
      let [from, to] = [0, 0];
      for (const run of matchTokens(a, b, most)) {
        expect(run.from).toBeGreaterThanOrEqual(from);
        expect(run.to).toBeGreaterThanOrEqual(to);
        expect(run.length).toBeGreaterThan(0);
        expect(a.slice(run.from, run.from + run.length)).toEqual(b.slice(run.to, run.to + run.length));
        [from, to] = [run.from + run.length, run.to + run.length];
      }
      expect(Math.max(from - a.length, to - b.length)).toBeLessThanOrEqual(0);
    }),
  );
});

test('of two long lists that share single words in one order, all of them are matched', () => {
  const shared = Array.from({ length: 400 }, (_each, index) => `shared${index}`);
  const with_ = (own: string) => shared.flatMap((word, index) => [word, `${own}${index}`, `${own}${index}`]);
  const matched = matchTokens(with_('left'), with_('right'), 50);
  expect(matched.reduce((sum, { length }) => sum + length, 0)).toBe(400);
});

const kept = (a: string, b: string) => keptRuns(a, b).map(({ from, length }) => a.slice(from, from + length));

test('a word that changed keeps its beginning and its end', () => {
  expect(kept('he restarted it', 'he restarts it')).toEqual(['he ', 'restart', ' it']);
  expect(kept('un-necessary', 'unnecessary').join('')).toContain('necessary');
});

test('what two words have in common is no part of a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      (a, b) => {
        for (const { from, to, length } of keptRuns(a, b)) {
          expect(a.slice(from, from + length)).toBe(b.slice(to, to + length));
          expect(a.slice(from, from + length)).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
        }
      },
    ),
  );
});
