import { expect, test } from 'vitest';
import { queryComposites } from '../../../src/search/text/tokenize.ts';

const pairs = (text: string) => queryComposites(text, 'pair');
const flags = (text: string) => queryComposites(text, 'flag').map((term) => term.slice(1));
const joined = (text: string) => queryComposites(text, 'joined').map((term) => term.slice(1));

test('names that punctuation joins are pairs, whatever the case', () => {
  expect(pairs('context.WithTimeout(ctx)')).toEqual(pairs('Context.withTimeout'));
  expect(pairs('a std::move b')).toHaveLength(1);
  expect(pairs('one/two/three')).toEqual([...pairs('one/two'), ...pairs('two/three')]);
});

test('words of a sentence are not', () => {
  expect(pairs('first. Second, third (fourth) 中文.english')).toEqual([]);
});

test('different pairs seldom share a number', () => {
  const terms = Array.from({ length: 2000 }, (_, i) => pairs(`name${i}.part${i * 7}`)).flat();
  expect(new Set(terms).size).toBeGreaterThan(1900);
});

test.each([
  ['tar -xzvf a.tar', ['-xzvf']],
  ['git push --force-with-lease origin', ['--force-with-lease']],
  ['ffmpeg -filter_complex overlay', ['-filter_complex']],
  ['`--no-pager`, (-O2) "-Wall" [--all]', ['--no-pager', '-o2', '-wall', '--all']],
  ['用-i参数', ['-i']],
  ['gcc -std=c99 --opt=3', ['-std', '--opt']],
  ['kube-proxy, a -b- c, x--y, 5-3 and -7', ['-b']],
])('the options of %s', (text, expected) => {
  expect(flags(text)).toEqual(expected);
});

test.each([
  ['Wi-Fi and Node.js', ['wifi', 'nodejs']],
  ['kebab-case-name', ['kebabcasename']],
  ['Vue 3, http 2, Python 3.12', ['vue3', 'python3']],
  ['end. Next step.Then', []],
  ['console.log(x) 10-20', []],
])('what is written as one word in %s', (text, expected) => {
  expect(joined(text)).toEqual(expected);
});
