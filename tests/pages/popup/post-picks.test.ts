import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/pages/popup/state/store.ts';
import { createPostPicks } from '../../../src/pages/popup/state/post-picks.ts';

const posts = ['a', 'b', 'c'].map((name) => ({
  url: `https://blog.example.com/${name}`,
  title: name,
  date: null,
  excerpt: null,
}));
const [a, b, c] = posts.map(({ url }) => url);

/** A store that answers when it is told to, each time anew. */
function lateLibrary(): { store: Store; answer: (clipped: readonly (string | undefined)[]) => void } {
  let tell: ((found: unknown) => void) | null = null;
  const store: Store = {
    state: signal({ kind: 'opening', slow: false }),
    early: signal(null),
    open: () => undefined,
    watch(_query, onResult) {
      tell = onResult as (found: unknown) => void;
      return () => undefined;
    },
    read: () => Promise.reject(new Error('not read')),
  };
  return { store, answer: (clipped) => tell?.(new Set(clipped)) };
}

test('posts in the library are not picked; what the reader took back before the library answered stays so', () => {
  const { store, answer } = lateLibrary();
  const picks = createPostPicks(signal(posts), store, 'en');
  expect([...picks.picked.value]).toEqual([a, b, c]);
  picks.toggle(b ?? '', false);
  answer([a]);
  expect([...picks.picked.value]).toEqual([c]);
  expect(picks.visible.value.map(({ clipped }) => clipped)).toEqual([true, false, false]);
  picks.toggle(a ?? '', false);
  answer([a, c]);
  expect([...picks.picked.value].toSorted()).toEqual([a, c]);
});
