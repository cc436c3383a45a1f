import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterText,
  hasFilter,
  queryParts,
  toggleFilter,
  withYear,
  withoutPart,
} from '../../../src/search/query/edit-query.ts';

const now = Date.UTC(2026, 5, 1);

describe('parts of a query', () => {
  it('keep their places, also quoted and negated ones', () => {
    const text = 'grpc -tag:"read later" "负载 均衡"';
    expect(queryParts(text).map((part) => text.slice(part.start, part.end))).toEqual([
      'grpc',
      '-tag:"read later"',
      '"负载 均衡"',
    ]);
  });

  it('can each be taken out, with an OR that would join nothing', () => {
    const [first] = queryParts('grpc OR thrift');
    expect(first && withoutPart('grpc OR thrift', first)).toBe('thrift');
    const last = queryParts('grpc OR thrift').at(-1);
    expect(last && withoutPart('grpc OR thrift', last)).toBe('grpc');
  });
});

describe('toggling a filter', () => {
  it('adds it once and takes it out under any of its names', () => {
    const filter = { name: 'tag', value: 'lang/go' } as const;
    expect(toggleFilter('timeout', filter, now)).toBe('timeout tag:lang/go');
    expect(toggleFilter('标签:lang/go timeout', filter, now)).toBe('timeout');
  });

  it('leaves its negation alone', () => {
    expect(hasFilter('-tag:go', { name: 'tag', value: 'go' }, now)).toBe(false);
  });

  it('puts a state in the place of the one it excludes', () => {
    expect(toggleFilter('is:unread x', { name: 'is', value: 'read' }, now)).toBe('x is:read');
    expect(toggleFilter('is:moved x', { name: 'is', value: 'absent' }, now)).toBe('x is:absent');
  });

  it('twice gives back the query, whatever the value', () => {
    // As tags are: no space twice, none at a level's edge.
    const level = fc.stringMatching(/^[a-z\u4e00-\u4e20]+( [a-z0-9\u4e00-\u4e20]+)?$/u);
    const value = fc.array(level, { minLength: 1, maxLength: 3 }).map((levels) => levels.join('/'));
    fc.assert(
      fc.property(value, (tag) => {
        const filter = { name: 'tag', value: tag } as const;
        const once = toggleFilter('grpc', filter, now);
        expect([tag, hasFilter(once, filter, now)]).toEqual([tag, true]);
        expect(toggleFilter(once, filter, now)).toBe('grpc');
      }),
    );
  });

  it('quotes a value with spaces', () => {
    expect(filterText({ name: 'tag', value: 'read later' })).toBe('tag:"read later"');
  });
});

it('a year takes the place of every other date', () => {
  expect(withYear('grpc after:7d before:2024', 2023, now)).toBe('grpc on:2023');
  expect(withYear('grpc on:2023', null, now)).toBe('grpc');
});
