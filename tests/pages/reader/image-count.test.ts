import { expect, test } from 'vitest';
import { countImages, missingImages } from '../../../src/pages/reader/state/image-count.ts';

type Body = Parameters<typeof countImages>[0];
type Kept = Parameters<typeof countImages>[1];

function kept(states: Readonly<Record<string, string>>): Kept {
  return Object.entries(states).map(([url, state]) => ({
    image: { url, state },
    file: null,
  })) as unknown as Kept;
}

function bodyOf(images: readonly { readonly url: string }[]): Body {
  return { images } as unknown as Body;
}

test('each address counts once, those within the article as stored, and those of no web are not missing', () => {
  const body = bodyOf(
    [
      'https://a.example/1',
      'https://a.example/1',
      'https://a.example/2',
      'data:image/png;base64,AA',
      'cid:3',
    ].map((url) => ({ url })),
  );
  const images = kept({ 'https://a.example/1': 'stored', 'https://elsewhere.example/': 'stored' });
  expect(countImages(body, images)).toEqual({ all: 4, stored: 2, waiting: 0 });
  expect(missingImages(body, images)).toEqual(['https://a.example/2']);
  expect(missingImages(body, kept({ 'https://a.example/2': 'waiting' }))).toEqual(['https://a.example/1']);
});

test('an article’s addresses are looked at once, however often a picture comes in', () => {
  let reads = 0;
  const images = Array.from({ length: 1_000 }, (_, number) => ({
    get url() {
      reads += 1;
      return `https://a.example/${String(number)}`;
    },
  }));
  const body = bodyOf(images);
  for (let stored = 0; stored < 50; stored += 1) {
    const some = kept(
      Object.fromEntries(
        Array.from({ length: stored }, (_, at) => [`https://a.example/${String(at)}`, 'stored']),
      ),
    );
    expect(countImages(body, some).stored).toBe(stored);
    expect(missingImages(body, some)).toHaveLength(1_000 - stored);
  }
  expect(reads).toBe(1_000);
});
