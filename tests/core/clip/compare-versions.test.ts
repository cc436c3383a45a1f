import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import { type BlockChange, compareVersions } from '../../../src/core/clip/compare-versions.ts';

const prose = (text: string): TextBlock => ({ kind: 'prose', text });
const code = (text: string): TextBlock => ({ kind: 'code', text, language: 'go' });

describe('compareVersions', () => {
  test('shows an inserted, a removed and a changed block, and leaves the rest alone', () => {
    const changes = compareVersions(
      [prose('one'), prose('two'), code('a := 1\nb := 2'), prose('end')],
      [prose('zero'), prose('one'), code('a := 1\nb := 3'), prose('end')],
    );
    expect(changes.map((change) => [change.kind, change.block.text])).toEqual([
      ['added', 'zero'],
      ['same', 'one'],
      ['removed', 'two'],
      ['changed', 'a := 1\nb := 3'],
      ['same', 'end'],
    ]);
  });

  test('compares code by lines and prose by words', () => {
    const [changed] = compareVersions([code('a\nb\nc')], [code('a\nB\nc')]);
    expect(changed).toMatchObject({
      changes: [
        { kind: 'same', text: 'a\n' },
        { kind: 'removed', text: 'b\n' },
        { kind: 'added', text: 'B\n' },
        { kind: 'same', text: 'c' },
      ],
    });
    const [sentence] = compareVersions([prose('the old pool')], [prose('the new pool')]);
    expect(textOf(sentence, 'added')).toBe('new');
    expect(textOf(sentence, 'removed')).toBe('the old pool');
  });

  test('two long texts that have nothing in common are one removed and one added, block beside block', () => {
    const blocks = (word: string): TextBlock[] =>
      Array.from({ length: 100_000 }, (_, index) =>
        index % 2 === 0 ? prose(`${word} ${String(index)}`) : code(`${word}${String(index)}`),
      );
    const changes = compareVersions(
      blocks('then'),
      blocks('now').map((block, index) => (index < 50_000 ? block : prose(block.text))),
    );
    const counted = (kind: BlockChange['kind']): number =>
      changes.filter((change) => change.kind === kind).length;
    expect(counted('changed') + counted('removed')).toBe(100_000);
    expect(counted('changed') + counted('added')).toBe(100_000);
  });

  test('two paragraphs of very many words with nothing in common are one removed and one added', () => {
    const words = (word: string): string =>
      Array.from({ length: 100_000 }, (_, index) => `${word}${String(index)}`).join(' ');
    const [changed] = compareVersions([prose(words('a'))], [prose(words('b'))]);
    expect(textOf(changed, 'removed')).toBe(words('a'));
    expect(textOf(changed, 'added')).toBe(words('b'));
  });

  test('gives back both versions, whatever they are', () => {
    const block = fc.oneof(
      fc.constantFrom('一', '二', 'x y', '').map(prose),
      fc.constantFrom('a\n', 'a\nb').map(code),
    );
    fc.assert(
      fc.property(fc.array(block), fc.array(block), (earlier, later) => {
        const changes = compareVersions(earlier, later);
        const kept = changes.filter((change) => change.kind !== 'removed');
        expect(kept.map((change) => change.block)).toEqual(later);
        expect(changes.map((change) => textOf(change, 'removed')).join('')).toBe(
          earlier.map((each) => each.text).join(''),
        );
      }),
    );
  });
});

/** The text of one side of a change: `removed` for the earlier, `added` for what is new alone. */
function textOf(change: BlockChange | undefined, side: 'added' | 'removed'): string {
  if (change === undefined) return '';
  if (change.kind !== 'changed')
    return change.kind === 'same' || change.kind === side ? change.block.text : '';
  const wanted = side === 'removed' ? ['same', 'removed'] : ['added'];
  return change.changes
    .filter((each) => wanted.includes(each.kind))
    .map((each) => each.text)
    .join('');
}
