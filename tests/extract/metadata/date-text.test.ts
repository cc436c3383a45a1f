import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/extract/metadata/date-text.ts';

describe('parseDate', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['发布于 2024年3月1日', '2024-03-01'],
    ['2024 年 3 月 1 日 星期五 08:05', '2024-03-01T08:05'],
    ['发表于：2024/3/1 8:05:09', '2024-03-01T08:05:09'],
    ['2024.03.01', '2024-03-01'],
    ['Posted on Mar 1, 2024 at 8:05 pm', '2024-03-01T20:05'],
    ['March 1st, 2024', '2024-03-01'],
    ['1 March 2024', '2024-03-01'],
    ['Thu 29 October 2015', '2015-10-29'],
    ['Fri, 01 Mar 2024 08:05:09 GMT', '2024-03-01T08:05:09Z'],
    ['Fri Mar 01 2024 08:05:09 GMT+0800 (CST)', '2024-03-01T08:05:09+08:00'],
    ['2024-03-01 08:05:09 +0800 CST', '2024-03-01T08:05:09+08:00'],
    ['2024-03-01T08:05:09.123Z', '2024-03-01T08:05:09Z'],
    ['三月 1, 2024', '2024-03-01'],
    ['Fri Mar  1 08:05:09 UTC 2024', '2024-03-01T08:05:09Z'],
    ['十二月 31, 2023', '2023-12-31'],
    ['25/03/2024', '2024-03-25'],
    ['03/25/2024', '2024-03-25'],
    ['1.3.2024', '2024-03-01'],
    ['· 2024-03-01 · 5 min', '2024-03-01'],
  ])('%s → %s', (text, iso) => {
    expect(parseDate(text)).toBe(iso);
  });

  it.each([
    '',
    '3 days ago',
    '2024',
    'March 2024',
    '03/04/2024',
    '2024-13-01',
    '2023-02-29',
    'v2024.1.2.3',
    '1899-01-01',
  ])('finds no day in %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('reads every day as it is written', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        expect(parseDate(iso)).toBe(iso);
        expect(parseDate(`发布于 ${year}年${month}月${dayOfMonth}日`)).toBe(iso);
        expect(parseDate(date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }))).toBe(iso);
        expect(parseDate(date.toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }))).toBe(
          iso,
        );
      }),
    );
  });

  it('gives a date or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseDate(text) ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}/);
      }),
    );
  });

  it.each([
    ['4. Juli 2025', 'de', '2025-07-04'],
    ['am 14. März 2023, 10:30 Uhr', 'de', '2023-03-14'],
    ['4 июля 2025 г.', 'ru', '2025-07-04'],
    ['1er juillet 2025', 'fr', '2025-07-01'],
    ['14 août 2023', 'en', '2023-08-14'],
    ['4 de julho de 2025', 'pt-BR', '2025-07-04'],
    ['Julio 4, 2025', 'es', '2025-07-04'],
    ['2025. július 4.', 'hu', '2025-07-04'],
    ['2025 m. liepos 4 d.', 'lt', '2025-07-04'],
    ['4 Temmuz 2025', 'tr', '2025-07-04'],
    ['4 lipca 2025 10:30', 'pl', '2025-07-04T10:30'],
    ['4 Ιουλίου 2025', 'el', '2025-07-04'],
    ['2025년 7월 4일', 'ko', '2025-07-04'],
    ['4 tháng 7, 2025', 'vi', '2025-07-04'],
    ['4 listopada 2025', 'pl', '2025-11-04'],
    ['4 listopada 2025', 'hr', '2025-10-04'],
  ])('%s (%s) → %s', (text, language, iso) => {
    expect(parseDate(text, language)?.slice(0, iso.length)).toBe(iso);
  });

  it.each(['4 listopad 2025', 'in 3 projects 2025', 'the 20 best 2024', 'page 3 of 2020', '4 ??? 2025'])(
    'takes no word for a month that is none, or two: %s',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );
});
