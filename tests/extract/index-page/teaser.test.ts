import { describe, expect, it } from 'vitest';
import { teaserOf } from '../../../src/extract/index-page/teaser.ts';

describe('teaserOf', () => {
  it.each([
    ['Pools 2024-03-18 Keep it small.', 'Keep it small.'],
    ['Pools Posted on March 18, 2024 Keep it small.', 'Keep it small.'],
    ['Pools · Mon, 18 Mar 2024 · Keep it small.', 'Keep it small.'],
    ['Published: 2024/03/18 Keep it small.', 'Keep it small.'],
    ['发表于 2025-03-18 上个月我们把服务迁了过去。', '上个月我们把服务迁了过去。'],
    ['发布时间：2025年3月18日 星期二 上个月', '上个月'],
    ['2025-03-18 Pools 2025-03-19 Keep it small.', 'Keep it small.'],
    ['發表於 2025年3月18日，上個月', '上個月'],
    ['4. Juli 2025 — Klein halten.', 'Klein halten.'],
  ])('%s → %s', (words, teaser) => {
    expect(teaserOf(words, 'Pools')).toBe(teaser);
  });

  it.each([
    'Keep it small.',
    'On writing a parser by hand.',
    '写给后来的人。',
    '更新了三个依赖之后，构建快了一半。',
    'Since 2024-03-18 we keep it small.',
    'Monday is for planning.',
  ])('leaves a sentence as it is: %s', (words) => {
    expect(teaserOf(words, 'Pools')).toBe(words);
  });

  it('says nothing where a card has nothing else', () => {
    expect(teaserOf('Pools 2024-03-18', 'Pools')).toBe('');
  });
});
