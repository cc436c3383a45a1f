import { expect, test } from 'vitest';
import { clipContent, siteOf } from '../../../src/core/clip/clip-from-article.ts';
import { makeArticle } from '../../factories/article.ts';

test('lists the code languages once each, in order', () => {
  const code = (language: string | null) => ({ kind: 'code' as const, text: 'x', language });
  const article = makeArticle({ blocks: [code('go'), code(null), code('bash'), code('go')] });
  expect(clipContent(article).codeLanguages).toEqual(['go', 'bash']);
});

test('takes the excerpt from the first real paragraph, cut to a line or two', () => {
  const prose = (text: string) => ({ kind: 'prose' as const, text });
  const article = makeArticle({ blocks: [prose('短'), prose(`第一段 ${'字'.repeat(400)}`)] });
  const { excerpt } = clipContent(article);
  expect(excerpt.startsWith('第一段')).toBe(true);
  expect(excerpt.length).toBeLessThanOrEqual(201);
  expect(clipContent(makeArticle({ blocks: [], description: 'From the page' })).excerpt).toBe(
    'From the page',
  );
});

test('names an article without a title by its address', () => {
  expect(clipContent(makeArticle({ title: '' })).title).toBe('https://blog.example.com/2024/grpc');
});

test.each([
  ['https://www.Example.com:8080/a', 'example.com'],
  ['https://user:secret@blog.example.com/a@b', 'blog.example.com'],
  ['http://[::1]:80/a', '[::1]'],
  ['file:///home/a.html', ''],
])('site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
