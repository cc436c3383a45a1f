import { expect, test } from 'vitest';
import { queryWithTags } from '../../../src/search/query/rename-tags.ts';

const targets = new Map([
  ['go', { key: 'golang', label: 'Golang' }],
  ['c++', { key: 'c plus', label: 'C plus' }],
  ['前端', { key: 'web/前端', label: 'Web/前端' }],
  ['gone', null],
]);

test.each([
  ['tag:go', 'tag:Golang'],
  ['redis -tag:GO  nginx', 'redis -tag:Golang  nginx'],
  ['标签：前端 is:unread', '标签：Web/前端 is:unread'],
  ['tag:"c++" OR tag:#go', 'tag:"C plus" OR tag:Golang'],
  ['tag:go/web go "tag:go" lang:go', 'tag:go/web go "tag:go" lang:go'],
  ['tag:gone tag:none tag:', 'tag:gone tag:none tag:'],
  ['', ''],
])('%s', (query, renamed) => {
  expect(queryWithTags(query, targets)).toBe(renamed);
});
