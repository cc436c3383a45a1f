import { expect, test } from 'vitest';
import { nearDuplicates } from '../../../src/core/tag/near-duplicates.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';

const groups = (labels: readonly string[], counts: Readonly<Record<string, number>> = {}) =>
  nearDuplicates(
    parseTags(labels).map((tag) => ({ ...tag, usedAt: 0, color: null })),
    (key) => counts[key] ?? 0,
  ).map(({ tags }) => tags.map(({ key }) => key));

test('of a group the most used stands first, then by name', () => {
  expect(groups(['load-balancing', 'load_balancing', 'load balancing'], { load_balancing: 5 })).toEqual([
    ['load_balancing', 'load balancing', 'load-balancing'],
  ]);
  expect(groups(['b c', 'b-c'].toReversed(), { 'b c': 1, 'b-c': 9 })).toEqual([['b-c', 'b c']]);
});

test('signs between words do not tell tags apart, however many they are', () => {
  expect(groups(['node--js', 'nodejs'])).toEqual([['node--js', 'nodejs']]);
  expect(groups(["it's", 'its'])).toEqual([["it's", 'its']]);
});

test('tags that are signs alone are no duplicates of each other', () => {
  expect(groups(['--', '...'])).toEqual([]);
});

test('levels are compared one by one', () => {
  expect(groups(['lang/go', 'langgo'])).toEqual([]);
  expect(groups(['lang/load-balancing', 'lang/loadbalancing'])).toHaveLength(1);
});

test('one and several of a word are one tag; short words and those that end in ss are not', () => {
  expect(groups(['database', 'databases'])).toHaveLength(1);
  expect(groups(['bus', 'buss'])).toEqual([]);
  expect(groups(['gas', 'ga'])).toEqual([]);
  expect(groups(['class', 'clas'])).toEqual([]);
});
