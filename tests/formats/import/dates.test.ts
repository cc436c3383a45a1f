import { describe, expect, test } from 'vitest';
import { dayOrderOf, readDate } from '../../../src/formats/import/fields/dates.ts';

/** Local time of these parts. */
function local(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  return new Date(year, month - 1, day, hour, minute, second).getTime();
}

function timeOf(value: string | number, order: 'day-first' | 'month-first' | null = null): unknown {
  const date = readDate(value, order);
  return date === null || date === 'ambiguous' ? date : date.time;
}

const march = Date.UTC(2024, 2, 5, 2, 20, 30);

test.each([
  ['seconds', '1709605230'],
  ['seconds with a fraction', '1709605230.0'],
  ['milliseconds', '1709605230000'],
  ['microseconds', '1709605230000000'],
  ['nanoseconds', '1709605230000000000'],
  ['microseconds since 1601', '13354078830000000'],
  ['ISO', '2024-03-05T02:20:30Z'],
  ['ISO with a zone', '2024-03-05T10:20:30+08:00'],
  ['ISO without a colon in the zone', '2024-03-05T10:20:30.000+0800'],
  ['a space for the T', '2024-03-05 02:20:30+00:00'],
  ['a zone in parentheses', '2024-03-05T10:20:30 (UTC +08:00)'],
  ['UTC by name', '2024-03-05 02:20:30 UTC'],
  ['compact', '20240305T022030Z'],
  ['mail', 'Tue, 5 Mar 2024 02:20:30 -0000'],
  ['JavaScript', 'Tue Mar 05 2024 10:20:30 GMT+0800 (China Standard Time)'],
  ['the year at the end', 'Tue Mar 05 02:20:30 +0000 2024'],
])('%s', (_name, text) => {
  expect(timeOf(text)).toBe(march);
});

test.each([
  ['2024-03-05', local(2024, 3, 5)],
  ['2024/3/5', local(2024, 3, 5)],
  ['2024.03.05', local(2024, 3, 5)],
  ['20240305', local(2024, 3, 5)],
  ['2024年3月5日', local(2024, 3, 5)],
  ['２０２４年３月５日', local(2024, 3, 5)],
  ['2024年03月05日 10:20:30', local(2024, 3, 5, 10, 20, 30)],
  ['2024年3月5日 下午3:20', local(2024, 3, 5, 15, 20)],
  ['2024年3月5日 15时20分', local(2024, 3, 5, 15, 20)],
  ['2024年3月5日星期二', local(2024, 3, 5)],
  ['2024년 3월 5일 오후 3:20', local(2024, 3, 5, 15, 20)],
  ['2024/3/5 8:05', local(2024, 3, 5, 8, 5)],
  ['01.03.2024 08:05', local(2024, 3, 1, 8, 5)],
  ['1. März 2024', local(2024, 3, 1)],
  ['1 mars 2024', local(2024, 3, 1)],
  ['1 de marzo de 2024', local(2024, 3, 1)],
  ['25/12/2024', local(2024, 12, 25)],
  ['12/25/2024', local(2024, 12, 25)],
  ['05-Mar-2024', local(2024, 3, 5)],
  ['March 5, 2024 10:20 AM', local(2024, 3, 5, 10, 20)],
  ['Mar 5th, 2024', local(2024, 3, 5)],
  ['Tuesday, March 5, 2024 at 12:05 AM', local(2024, 3, 5, 0, 5)],
  ['@March 5, 2024', local(2024, 3, 5)],
  ['45356', Date.UTC(2024, 2, 5)],
])('%s', (text, time) => {
  expect(timeOf(text)).toBe(time);
});

describe('day and month that could be either', () => {
  test('ask, and are read as they are told', () => {
    expect(timeOf('05/03/2024')).toBe('ambiguous');
    expect(timeOf('05/03/2024 10:00', 'day-first')).toBe(local(2024, 3, 5, 10));
    expect(timeOf('05/03/2024 10:00', 'month-first')).toBe(local(2024, 5, 3, 10));
    expect(timeOf('05/05/2024')).toBe(local(2024, 5, 5));
  });

  test('what a text tells of its column', () => {
    expect(dayOrderOf('28/11/2023 10:00:00')).toBe('day-first');
    expect(dayOrderOf('11/28/2023')).toBe('month-first');
    expect(dayOrderOf('05/03/2023')).toBe('either');
    expect(dayOrderOf('2023-05-03')).toBeNull();
    expect(dayOrderOf('5/05/2023')).toBeNull();
  });
});

test.each([
  '',
  '0',
  '-1',
  'yesterday',
  '3 days ago',
  '2024',
  '2024-02-30',
  '2024-13-01',
  '31/31/2024',
  'version 2024.3.5 of it',
  'March 2024',
  '1889-01-01',
  '2024-03-05 25:00',
  '9'.repeat(200),
  ' '.repeat(1_000_000),
  '1/'.repeat(500_000),
])('no date: %.40s', (text) => {
  expect(readDate(text)).toBeNull();
});

test.each([
  ['2020-05-06', '2020-05-06'],
  ['2020年5月6日', '2020-05-06'],
  ['2020-05-06T00:00:00+0200', '2020-05-06T00:00:00+02:00'],
  ['2020-05-06 07:08', '2020-05-06T07:08:00'],
  ['2023-12-31T00:00:00.000Z', '2023-12-31T00:00:00Z'],
])('%s keeps its precision and zone', (text, iso) => {
  expect(readDate(text)).toMatchObject({ iso });
});
