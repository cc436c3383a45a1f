import { expect, test } from 'vitest';
import { charactersRead, soundsLike, syllablesOf } from '../../../src/search/index/pinyin.ts';

test.each([
  ['a', '啊阿'],
  ['duan', '端短锻段断缎'],
  ['lv', '驴吕铝侣旅履屡缕虑氯律率滤绿率'],
  ['nv', '女'],
  ['zuo', '昨左佐柞做作坐座'],
])('%s is the sound of %s', (syllable, characters) => {
  expect(charactersRead(syllable)).toBe(characters);
});

test('a character of two sounds is found by either', () => {
  for (const syllable of ['hang', 'xing']) expect(charactersRead(syllable)).toContain('行');
  for (const syllable of ['zhong', 'chong']) expect(charactersRead(syllable)).toContain('重');
});

test('all of the first level has a sound', () => {
  const syllables = new Set(['qian', 'zhuang', 'er', 'yuan', 'nue', 'lue', 'jiong', 'seng']);
  for (const syllable of syllables) expect(charactersRead(syllable).length).toBeGreaterThan(0);
  expect(charactersRead('x')).toBe('');
  expect(charactersRead('zuoa')).toBe('');
});

test('letters are cut in every way that gives syllables', () => {
  expect(syllablesOf('xian', 9)).toEqual(expect.arrayContaining([['xian'], ['xi', 'an']]));
  expect(syllablesOf('qianduan', 9)).toContainEqual(['qian', 'duan']);
  expect(syllablesOf('strength', 9)).toEqual([]);
  expect(syllablesOf('fangan', 1)).toHaveLength(1);
});

test.each(['q', 'qd', 'qianduan', 'qianduang', 'qiand', 'qdgc', 'qiandgongcheng'])(
  '%s begins 前端工程',
  (typed) => {
    expect(soundsLike('前端工程', typed)).toBe(true);
  },
);

test.each(['d', 'duan', 'qianduanx', 'qdgcx', 'qx'])('%s does not begin 前端工程', (typed) => {
  expect(soundsLike('前端工程', typed)).toBe(false);
});

test('letters of a mixed name stand for themselves', () => {
  expect(soundsLike('go语言', 'goyuyan')).toBe(true);
  expect(soundsLike('go语言', 'gyuyan')).toBe(false);
});

test('letters that are cut in many ways take no longer for it', () => {
  expect(syllablesOf(`${'an'.repeat(500)}x`, 4)).toEqual([]);
  expect(syllablesOf('an'.repeat(500), 4)).toHaveLength(4);
  expect(soundsLike('啊'.repeat(200), `${'a'.repeat(199)}b`)).toBe(false);
});
