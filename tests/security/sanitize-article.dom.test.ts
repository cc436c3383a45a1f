import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sanitizeArticle } from '../../src/extract/sanitize.ts';
import { dangers } from './dangers.ts';
import { vectors } from './vectors.ts';

declare global {
  interface Window {
    canary: () => void;
  }
}

let sung = 0;

beforeEach(() => {
  sung = 0;
  const sing = () => (sung += 1);
  // Vectors call their parent's: a frame's is this window, this window's is the test runner's.
  window.canary = sing;
  window.parent.canary = sing;
});

afterEach(() => document.body.replaceChildren());

const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

test('there are enough of them, all different', () => {
  expect(new Set(vectors).size).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThanOrEqual(300);
});

describe('sanitizeArticle', () => {
  test('lets nothing through that runs, fetches or takes a name', async () => {
    const article = document.createElement('article');
    document.body.append(article);
    const through = vectors.flatMap((vector) => {
      const section = document.createElement('section');
      section.append(sanitizeArticle(vector));
      article.append(section);
      return dangers(section).map((danger) => `${danger} in ${vector}`);
    });
    await settle();
    expect(through).toEqual([]);
    expect(sung).toBe(0);
  });

  test('gives what stays as it is when it is written out and sanitised again', () => {
    for (const vector of vectors) {
      const once = markupOf(sanitizeArticle(vector));
      expect(markupOf(sanitizeArticle(once))).toBe(once);
      expect(dangers(sanitizeArticle(once))).toEqual([]);
    }
  });

  test('is what keeps them out: without it the canary sings', async () => {
    const frames = vectors
      .filter((vector) => vector.includes('canary'))
      .map((vector) =>
        Object.assign(document.createElement('iframe'), { srcdoc: `<!doctype html><body>${vector}` }),
      );
    for (let start = 0; start < frames.length; start += 50) {
      const some = frames.slice(start, start + 50);
      const loaded = some.map(
        (frame) => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true })),
      );
      document.body.replaceChildren(...some);
      await Promise.all(loaded);
      await settle();
    }
    // Many attack other browsers, parsers' second passes or clicks; a hundred that fire here show that the test hears.
    expect(sung).toBeGreaterThan(100);
  }, 120_000);
});

function markupOf(fragment: DocumentFragment): string {
  const holder = document.createElement('div');
  holder.append(fragment);
  return holder.innerHTML;
}
