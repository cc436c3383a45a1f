import { expect, test } from 'vitest';
import { lengthText } from '../../src/ui/length-text.ts';
import { chinese, english } from './translations.ts';

test('what is written in characters is measured in characters, all else in words', () => {
  const [zh, en, unknown] = ['zh-CN', 'en-GB', null];
  expect(lengthText(chinese, 1204, { language: zh, text: '' })).toBe('1,204 字');
  expect(lengthText(chinese, 95, { language: en, text: '' })).toBe('95 词');
  expect(lengthText(english, 685, { language: zh, text: '' })).toBe('685 chars');
  expect(lengthText(english, 1, { language: en, text: '' })).toBe('1 word');
  expect(lengthText(english, 685, { language: 'ja', text: '' })).toBe('685 chars');
  expect(lengthText(chinese, 95, { language: unknown, text: 'Pools in Go' })).toBe('95 词');
  expect(lengthText(chinese, 95, { language: unknown, text: 'Go 的连接池' })).toBe('95 字');
  expect(lengthText(chinese, 95, { language: unknown, text: '' })).toBe('95 词');
});
