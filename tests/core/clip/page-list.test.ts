import { expect, test } from 'vitest';
import { parsePageList } from '../../../src/core/clip/page-list.ts';

const page = { url: 'https://a.example/1', title: 'One', date: null, excerpt: null };
const answer = (list: object) => ({
  ok: true,
  list: { title: 'Blog', pages: [page], leftOut: 0, next: null, ...list },
});

test('a list comes through, its texts on one line', () => {
  const list = parsePageList(answer({ pages: [{ ...page, title: ' One\n two ' }] }));
  expect(list.pages).toEqual([{ ...page, title: 'One two' }]);
});

test.each([
  ['an address that runs', { pages: [{ ...page, url: 'javascript:alert(1)' }] }],
  ['a file', { next: 'file:///etc/passwd' }],
  ['no list at all', { pages: 'none' }],
])('%s is refused', (_what, list) => {
  expect(() => parsePageList(answer(list))).toThrow('page/malformed');
});

test('a failure keeps its code, and an unknown one is not believed', () => {
  expect(() => parsePageList({ ok: false, code: 'fetch/refused', detail: '404' })).toThrow('fetch/refused');
  expect(() => parsePageList({ ok: false, code: 'evil', detail: '' })).toThrow('page/unreadable');
});
