import * as fc from 'fast-check';
import { anyText } from '../../text/any-text.ts';
import { expect, test } from 'vitest';
import { BlockWriter, entriesOf, partsOf } from '../../../../src/search/index/codec/blocks.ts';
import { DamagedIndex, posting } from '../../../../src/search/index/codec/entries.ts';
import { termBytes, termOf } from '../../../../src/search/index/codec/term-bytes.ts';

type Terms = readonly (readonly [string, readonly number[]])[];

function written(terms: Terms): BlockWriter {
  const writer = new BlockWriter(7);
  for (const [term, postings] of terms) writer.add(term, postings);
  writer.flush();
  return writer;
}

function read(writer: BlockWriter): Terms {
  const terms: [string, number[]][] = [];
  for (const { bytes } of writer.blocks) {
    const cursor = entriesOf(bytes);
    while (cursor.next()) {
      const { term } = cursor;
      if (terms.at(-1)?.[0] !== term) terms.push([term, []]);
      cursor.postings((slot, field) => terms.at(-1)?.[1].push(posting(slot, field)));
    }
  }
  return terms;
}

const term = anyText(64);
const postings = fc.uniqueArray(fc.nat(2 ** 24), { maxLength: 200 }).map((all) => all.sort((a, b) => a - b));

test('what is written is read, in blocks of about 8 kB', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(term, postings), { selector: ([one]) => one }), (terms) => {
      const sorted = terms.sort(([a], [b]) => (a < b ? -1 : 1));
      const writer = written(sorted);
      expect(read(writer)).toEqual(sorted);
      expect(writer.blocks.every(({ bytes }) => bytes.length < 10_000)).toBe(true);
    }),
  );
});

test('a long list has blocks of its own, in parts', () => {
  const long = Array.from({ length: 40_000 }, (_, i) => i * 32 + 11);
  const terms: Terms = [['a', [1]], ['b', long], ['c', [2, 16]]]; // prettier-ignore
  const writer = written(terms);
  expect(writer.blocks.map(({ key, bytes }) => [key[1], key[2], partsOf(bytes)])).toEqual([
    ['a', 0, 0],
    ['b', 0, 3],
    ['b', 1, 3],
    ['b', 2, 3],
    ['c', 0, 0],
  ]);
  expect(read(writer)).toEqual(terms);
});

test('terms are in the order of JavaScript strings, and come back', () => {
  const compare = (a: Uint8Array, b: Uint8Array): number => {
    const at = a.findIndex((byte, i) => byte !== b[i]);
    return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
  };
  fc.assert(
    fc.property(anyText(), anyText(), (a, b) => {
      const order = compare(termBytes(a), termBytes(b));
      expect(Math.sign(order)).toBe(a === b ? 0 : a < b ? -1 : 1);
      expect(termOf(termBytes(a), termBytes(a).length)).toBe(a);
    }),
  );
});

test('damage is noticed, never read past', () => {
  const { blocks } = written([['alpha', [1, 2, 3]], ['beta', [100_000]]]); // prettier-ignore
  const bytes = blocks[0]?.bytes ?? new Uint8Array();
  expect(() => {
    const cursor = entriesOf(bytes.slice(0, -2));
    while (cursor.next()) cursor.postings(() => undefined);
  }).toThrow(DamagedIndex);
  expect(() => entriesOf(new Uint8Array())).toThrow(DamagedIndex);
});
