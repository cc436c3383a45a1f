import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/core/highlight/anchor.ts';
import { findPassage } from '../../../src/core/highlight/find-passage.ts';
import { anything } from '../../../src/core/highlight/squeezed-text.ts';

const prose = (text: string) => ({ kind: 'prose', text }) as const;

const article = [
  prose('The queue holds what the workers have not taken yet.'),
  prose('由于 f(x)=x^2+1 连续，积分存在；由于 g(y) 连续，导数也存在。'),
  {
    kind: 'code',
    text: 'for {\n\tselect {\n\tcase job := <-queue:\n\t\trun(job)\n\t}\n}',
    language: 'go',
  } as const,
  prose('A worker takes a job, runs it, and asks for the next one. A worker that dies loses its job.'),
];

function found(quote: string, prefix = '', suffix = '') {
  const place = findPassage(article, { quote, prefix, suffix });
  return place === null ? null : { exact: place.exact, words: anchorOf(article, place.range)?.quote };
}

describe('a passage of a page in its article', () => {
  test('white space does not count, nor what has no width', () => {
    expect(found('queue\u00A0 holds\n what the\u200B wor\u00ADkers')?.words).toBe(
      'queue holds what the workers',
    );
    expect(found('case job := <-queue:    run(job)')).toMatchObject({ exact: true });
  });

  test('a formula may be anything, within the passage and at its ends', () => {
    expect(found(`由于${anything}连续，积分`)?.words).toBe('由于 f(x)=x^2+1 连续，积分');
    expect(found(`导数也存在。`, `${anything}连续，`)?.words).toBe('导数也存在。');
    expect(found(`${anything}连续，导数`, '积分存在；由于')?.words).toBe('g(y) 连续，导数');
  });

  test('the source of a formula, which the article has without its delimiters', () => {
    expect(found('由于 \\(f(x)=x^2+1\\) 连续，积分')?.words).toBe('由于 f(x)=x^2+1 连续，积分');
    expect(found('由于 $g(y)$ 连续，导数')?.words).toBe('由于 g(y) 连续，导数');
  });

  test('of two equal places the one with the same surroundings; none where both have them', () => {
    const twice = [prose('a worker here'), prose('a worker there')];
    const place = findPassage(twice, { quote: 'a worker', prefix: '', suffix: ' there' });
    expect(place?.range.from.block).toBe(1);
    expect(findPassage(twice, { quote: 'a worker', prefix: '', suffix: '' })).toBeNull();
  });

  test('a long passage within which the page shows more', () => {
    const shown =
      'A worker takes a job, runs it, (advertisement) and asks for the next one. A worker that dies loses its job.';
    expect(found(shown)).toMatchObject({ exact: false, words: article[3]?.text });
  });

  test('what the article does not have is in no place', () => {
    expect(found('Subscribe to the newsletter of this site')).toBeNull();
    expect(found(anything)).toBeNull();
    expect(found('')).toBeNull();
  });
});

test('every part of an article is found where it stands, however its white space is laid out', () => {
  const part = fc.tuple(fc.nat(3), fc.nat(), fc.nat());
  fc.assert(
    fc.property(part, fc.constantFrom(' ', '\n', '\t  '), ([block, a, b], space) => {
      const text = article[block]?.text ?? '';
      const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y);
      const quote = text.slice(start, end);
      fc.pre(quote.trim() !== '');
      const layout = (words: string) => words.replaceAll(/\s/g, space);
      const before = article.slice(0, block).map((each) => each.text);
      const after = article.slice(block + 1).map((each) => each.text);
      const passage = {
        quote: layout(quote),
        prefix: layout([...before, text.slice(0, start)].join('\n')),
        suffix: layout([text.slice(end), ...after].join('\n')),
      };
      const place = findPassage(article, passage);
      const words = place === null ? null : anchorOf(article, place.range);
      expect(words?.quote.trim()).toBe(quote.trim());
      expect(place?.range.from.block).toBe(block);
    }),
  );
});
