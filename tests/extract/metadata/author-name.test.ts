import { describe, expect, it } from 'vitest';
import { cleanName } from '../../../src/extract/metadata/author-name.ts';

describe('cleanName', () => {
  it.each([
    ['Ann Lee', 'Ann Lee'],
    ['By Ann Lee', 'Ann Lee'],
    ['Posted by: ann', 'ann'],
    ['作者：小明', '小明'],
    ['本文作者: 小明', '小明'],
    ['文 / 小明', '小明'],
    ['@ann', 'ann'],
    ['Ann Lee on March 1', 'Ann Lee'],
    ['小明 | 2024-01-01', '小明'],
  ])('%s → %s', (text, name) => {
    expect(cleanName(text)).toBe(name);
  });

  it.each(['', 'https://blog.test/ann', 'admin', 'true', '匿名', '2024-01-01', '作者', 'x'.repeat(80)])(
    'sees no name in %j',
    (text) => {
      expect(cleanName(text)).toBeNull();
    },
  );
});
