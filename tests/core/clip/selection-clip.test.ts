import { expect, test } from 'vitest';
import { asSelectionClip } from '../../../src/core/clip/selection-clip.ts';
import { urlKey } from '../../../src/core/clip/url-key.ts';
import { makeArticle } from '../../factories/article.ts';

const url = 'https://blog.example.com/post';
const passage = (...texts: string[]) =>
  asSelectionClip(makeArticle({ url, blocks: texts.map((text) => ({ kind: 'prose', text })) })).url;

test('the address of a passage leads to its first and last words', () => {
  expect(
    passage(
      'A connection pool keeps a number of connections open for whoever needs one.',
      'Nothing else is as simple, or as often done wrong, in a well-known way.',
    ),
  ).toBe(
    `${url}#:~:text=A%20connection%20pool%20keeps%20a%20number%20of,often%20done%20wrong%2C%20in%20a%20well%2Dknown%20way.&passage`,
  );
});

test('a short passage is named whole', () => {
  expect(passage('连接池')).toBe(`${url}#:~:text=${encodeURIComponent('连接池')}&passage`);
});

test('half a surrogate pair does not break it', () => {
  expect(passage(`${'字'.repeat(39)}😀 more`)).toContain('#:~:text=');
});

test('a passage is not its page, and another passage is another clip', () => {
  const [page, one, two] = [urlKey(url), urlKey(passage('One')), urlKey(passage('Two'))];
  expect(new Set([page, one, two]).size).toBe(3);
  expect(urlKey(passage('One'), url)).toBe(one);
});

test('on a single-page site the passage is on its route', () => {
  const article = makeArticle({
    url: 'https://docs.example.com/#/guide',
    blocks: [{ kind: 'prose', text: 'One' }],
  });
  expect(asSelectionClip(article).url).toBe('https://docs.example.com/#/guide:~:text=One&passage');
  expect(urlKey(asSelectionClip(article).url)).toBe('https://docs.example.com#/guide#:~:text=One&passage');
});
