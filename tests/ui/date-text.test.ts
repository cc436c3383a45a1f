import { describe, expect, it } from 'vitest';
import { isoTime } from '../../src/core/time.ts';
import { fullDate, relativeDate, shortDay, statedDate } from '../../src/ui/date-text.ts';
import { chinese, english } from './translations.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 4, 20, 12);

describe('relativeDate', () => {
  it.each([
    [0, 'just now', '刚刚'],
    [-5000, 'just now', '刚刚'],
    [5 * 60_000, '5 min. ago', '5分钟前'],
    [3 * 3_600_000, '3 hr. ago', '3小时前'],
    [day, 'yesterday', '昨天'],
    [20 * day, '2 wk. ago', '2周前'],
    [100 * day, '3 mo. ago', '3个月前'],
    [800 * day, 'Mar 2024', '2024年3月'],
  ])('%i ms ago', (age, inEnglish, inChinese) => {
    expect(relativeDate(now - age, now, english)).toBe(inEnglish);
    expect(relativeDate(now - age, now, chinese)).toBe(inChinese);
  });
});

describe('a time that no calendar has', () => {
  it.each([Number.NaN, Infinity, -1, 8.65e15, 1e300])('%d is shown as none', (time) => {
    const shown = [relativeDate(time, now, english), fullDate(time, 'zh-CN'), shortDay(time, 'en')];
    expect(shown).toEqual(['—', '—', '—']);
    expect(isoTime(time)).toBe('1970-01-01T00:00:00.000Z');
  });

  it('as the present stops nothing either', () => {
    expect(relativeDate(now, 1e300, english)).toBe('May 2026');
    expect(relativeDate(now, Number.NaN, english)).toBe('May 2026');
  });
});

describe('statedDate', () => {
  it("keeps the author's day, whatever the time zone of either", () => {
    expect(statedDate('2024-03-01T00:30:00+14:00', 'en')).toBe('March 1, 2024');
    expect(statedDate('2024-03-01', 'zh-CN')).toBe('2024年3月1日');
  });

  it('shows what is no date as it is', () => {
    expect(statedDate('last spring', 'en')).toBe('last spring');
  });
});
