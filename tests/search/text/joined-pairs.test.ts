import { expect, test } from 'vitest';
import { joinedPairs } from '../../../src/search/text/joined-pairs.ts';

test('names that punctuation joins are pairs, whatever the case', () => {
  expect(joinedPairs('context.WithTimeout(ctx)')).toEqual(joinedPairs('Context.withTimeout'));
  expect(joinedPairs('a std::move b')).toHaveLength(1);
  expect(joinedPairs('one/two/three')).toEqual([...joinedPairs('one/two'), ...joinedPairs('two/three')]);
});

test('words of a sentence are not', () => {
  expect(joinedPairs('first. Second, third (fourth) 中文.english')).toEqual([]);
});

test('different pairs seldom share a number', () => {
  const terms = Array.from({ length: 2000 }, (_, i) => joinedPairs(`name${i}.part${i * 7}`)).flat();
  expect(new Set(terms).size).toBeGreaterThan(1900);
});
