import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { queryFields } from '../../../src/search/query/query-fields.ts';
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

test('docs/search.md lists every filter with its names and values, as the table has them', () => {
  const docs = readFileSync('docs/search.md', 'utf8');
  const table = docs.slice(docs.indexOf('## What can be asked'), docs.indexOf('### What people paste'));
  const missing = queryFields.flatMap(({ names, values }) => [
    ...names.map((name) => `${name}:`).filter((name) => !table.includes(`\`${name}`)),
    ...(Array.isArray(values) ? values : [])
      .map(([value = '']: readonly string[]) => value)
      .filter((value) => !new RegExp(`[\`:]${value}\``, 'u').test(table)),
  ]);
  expect(missing).toEqual([]);
});

test.each(['en', 'zh_CN'])('%s has every sentence', (locale) => {
  const messages: unknown = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'));
  const keys = Object.keys(messages ?? {});
  const wanted = queryHelp.map(({ meaning }) => meaning);
  expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
});
