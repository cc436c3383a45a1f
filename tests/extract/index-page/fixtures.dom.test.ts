/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { recognizePage } from '../../../src/extract/index-page/recognize-page.ts';
import type { IndexPost, PageKind } from '../../../src/core/clip/index-page.ts';

interface Expected {
  readonly url: string;
  readonly kind: PageKind;
  readonly next: string | null;
  /** Empty for pages that are no index. A date of null is not looked at. */
  readonly posts: readonly Pick<IndexPost, 'title' | 'url' | 'date'>[];
}

const folder = '../../fixtures/index-pages';
const pages = import.meta.glob<string>('../../fixtures/index-pages/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations = import.meta.glob<Expected>('../../fixtures/index-pages/*.json', {
  import: 'default',
  eager: true,
});
const names = Object.keys(pages).map((path) => path.slice(folder.length + 1, -'.html'.length));

function read(name: string): { readonly page: Document; readonly expected: Expected } {
  const html = pages[`${folder}/${name}.html`] ?? '';
  const expected = expectations[`${folder}/${name}.json`];
  if (expected === undefined) throw new Error(`no ${name}.json beside ${name}.html`);
  return { page: new DOMParser().parseFromString(html, 'text/html'), expected };
}

describe('recognizePage', () => {
  it.each(names)('%s', (name) => {
    const { page, expected } = read(name);
    const { kind, posts, next } = recognizePage(page, expected.url);
    expect(kind).toBe(expected.kind);
    if (expected.kind !== 'index') return;
    expect(posts.map(({ title, url }) => ({ title, url }))).toEqual(
      expected.posts.map(({ title, url }) => ({ title, url })),
    );
    for (const [at, { date }] of expected.posts.entries()) {
      if (date !== null) expect(posts[at]?.date).toBe(date);
    }
    expect(next).toBe(expected.next);
  });

  it.each(names)('%s: is left as it was', (name) => {
    const { page, expected } = read(name);
    const before = page.documentElement.outerHTML;
    recognizePage(page, expected.url);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});
