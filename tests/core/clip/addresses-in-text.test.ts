import { expect, test } from 'vitest';
import { addressesIn, linesWithoutAddress } from '../../../src/core/clip/addresses-in-text.ts';

const urls = (text: string) => addressesIn(text).map(({ url }) => url);

test('a pasted list, each page once', () => {
  expect(urls('https://a.example/1\nhttps://a.example/2\r\n\nhttp://www.a.example/1/?utm_source=x')).toEqual([
    'https://a.example/1',
    'https://a.example/2',
  ]);
});

test('Markdown links keep their titles', () => {
  expect(addressesIn('- [连接池 (2)](https://a.example/pool_(db) "t")\n- [](https://a.example/2)')).toEqual([
    { url: 'https://a.example/pool_(db)', title: '连接池 (2)' },
    { url: 'https://a.example/2', title: 'https://a.example/2' },
  ]);
});

test.each([
  ['See https://a.example/post. Then', 'https://a.example/post'],
  ['（https://a.example/post）。', 'https://a.example/post'],
  ['https://zh.wikipedia.org/wiki/Go_(语言)', 'https://zh.wikipedia.org/wiki/Go_(语言)'],
  ['(see https://a.example/a_(b))', 'https://a.example/a_(b)'],
  ['<https://a.example/>', 'https://a.example/'],
  ['"https://a.example/?a=b&c=d",', 'https://a.example/?a=b&c=d'],
])('%s', (text, url) => {
  expect(urls(text)).toEqual([url]);
});

test('nothing but web addresses', () => {
  expect(urls('javascript:alert(1) file:///etc/passwd ftp://a.example/ mail@a.example')).toEqual([]);
});

test('the lines of a list that name no address', () => {
  const text =
    'https://a.example/1\n\n  not a url \n- [One](https://a.example/2)\r\nftp://b.example/\nb.example/3';
  expect(linesWithoutAddress(text)).toEqual(['not a url', 'ftp://b.example/', 'b.example/3']);
});
