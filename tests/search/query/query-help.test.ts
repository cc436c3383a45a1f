import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { queryHelp } from '../../../src/search/query/query-help.ts';

test('every example is understood', () => {
  for (const example of queryHelp.flatMap(({ examples }) => examples)) {
    const query = parseQuery(example, 0);
    expect([example, query.hints]).toEqual([example, []]);
    expect(query.groups.length + query.scopes.length + (query.sort === 'relevance' ? 0 : 1)).toBeGreaterThan(
      0,
    );
  }
});

test.each(['en', 'zh_CN'])('%s has every sentence', (locale) => {
  const messages: unknown = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'));
  const keys = Object.keys(messages ?? {});
  const wanted = queryHelp.map(({ meaning }) => meaning);
  expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
});
