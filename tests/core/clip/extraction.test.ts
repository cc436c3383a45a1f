import { describe, expect, test } from 'vitest';
import { parseArticle, parseExtraction } from '../../../src/core/clip/extraction.ts';
import { Failure } from '../../../src/core/failure.ts';
import { makeArticle } from '../../factories/article.ts';

const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof Failure ? error.code : error;
  }
  return null;
};

describe('parseExtraction', () => {
  test('passes an article through, and its source', () => {
    const article = makeArticle();
    expect(parseExtraction({ ok: true, article, source: 'H4sI' })).toEqual({ article, source: 'H4sI' });
    expect(parseExtraction({ ok: true, article }).source).toBeNull();
  });

  test('a title or a name turns no text around', () => {
    const article = makeArticle({ title: 'abc\u202Egnp.exe', author: '\u2066Ann\u2069\u200F' });
    expect(parseArticle(article)).toMatchObject({ title: 'abcgnp.exe', author: 'Ann' });
  });

  test("throws the extractor's own code", () => {
    expect(codeOf(() => parseExtraction({ ok: false, code: 'page/no-article', detail: '' }))).toBe(
      'page/no-article',
    );
    expect(codeOf(() => parseExtraction({ ok: false, code: 'invented', detail: '' }))).toBe(
      'page/unreadable',
    );
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'article'],
    ['no article', { ok: true }],
    ['a script for an address', { ok: true, article: makeArticle({ url: 'javascript:alert(1)' }) }],
    [
      'a block of no known kind',
      { ok: true, article: { ...makeArticle(), blocks: [{ kind: 'script', text: '' }] } },
    ],
    [
      'coverage out of range',
      { ok: true, article: { ...makeArticle(), integrity: { ...makeArticle().integrity, coverage: 7 } } },
    ],
    ['a date that is none', { ok: true, article: makeArticle({ publishedAt: 'yesterday' }) }],
  ])('refuses %s', (_name, value) => {
    expect(codeOf(() => parseExtraction(value))).toBe('page/malformed');
  });

  test('drops fields that an article does not have', () => {
    expect(parseArticle({ ...makeArticle(), id: 'forged', ['__proto__']: { x: 1 } })).toEqual(makeArticle());
  });

  test('cuts a title without end to one line of bounded length', () => {
    const { title } = parseArticle(makeArticle({ title: ` a\n b ${'x'.repeat(10_000)}` }));
    expect(title.startsWith('a b x')).toBe(true);
    expect(title.length).toBe(2_000);
  });
});
