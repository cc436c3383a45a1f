import { expect, test, vi } from 'vitest';
import { createDraftKeeper } from '../../../src/pages/popup/state/draft.ts';
import type { Store } from '../../../src/pages/popup/state/store.ts';

const key = 'https://a.example/';
const earlier = { urlKey: key, tags: ['go'], tagText: 'half', note: 'typed last week', updatedAt: 1 };

/** A keeper whose earlier draft takes as long to load as the test says. */
function keeper() {
  let finish: (draft: typeof earlier | null) => void = () => undefined;
  const loading = new Promise<typeof earlier | null>((resolve) => (finish = resolve));
  const sent: unknown[] = [];
  const send = vi.fn((command: string, input: unknown) => {
    sent.push([command, input]);
    return Promise.resolve(null);
  });
  const drafts = createDraftKeeper({ send, reportBug: (error) => expect.fail(String(error)) }, {
    read: () => loading,
  } as unknown as Pick<Store, 'read'> as Store);
  return { drafts, finish, sent };
}

const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('what is typed before the earlier draft is loaded does not write over it', async () => {
  vi.useFakeTimers();
  const { drafts, finish, sent } = keeper();
  const loaded = drafts.load(key);
  drafts.save(key, { text: 'new' });
  await later(5_000);
  expect(sent).toEqual([]);
  finish(earlier);
  expect(await loaded).toEqual({ tags: ['go'], text: 'half', note: 'typed last week' });
  await later(5_000);
  expect(sent).toEqual([
    ['saveDraft', { urlKey: key, tags: ['go'], tagText: 'new', note: 'typed last week' }],
  ]);
  vi.useRealTimers();
});

test('where there is none, what was typed is kept once it is known', async () => {
  vi.useFakeTimers();
  const { drafts, finish, sent } = keeper();
  const loaded = drafts.load(key);
  drafts.save(key, { note: 'n' });
  finish(null);
  expect(await loaded).toBeNull();
  await later(5_000);
  expect(sent).toEqual([['saveDraft', { urlKey: key, tags: [], tagText: '', note: 'n' }]]);
  vi.useRealTimers();
});
