import { expect, test } from 'vitest';
import { noteDraft } from '../../src/ui/note-draft.ts';

function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    items,
  };
}

test('what was typed and not written is there again, for its own note alone', () => {
  const kept = storage();
  noteDraft(kept, 'clip', 'a', 'old').keep('old, and more', 'old');
  expect(noteDraft(kept, 'clip', 'a', 'old').restored).toBe('old, and more');
  expect(noteDraft(kept, 'clip', 'b', 'old').restored).toBeNull();
  expect(noteDraft(kept, 'highlight', 'a', 'old').restored).toBeNull();
});

test('what was taken away by hand stays away', () => {
  const kept = storage();
  noteDraft(kept, 'clip', 'a', 'old').keep('', 'old');
  expect(noteDraft(kept, 'clip', 'a', 'old').restored).toBe('');
});

test('a note that was written elsewhere meanwhile is not lost', () => {
  const kept = storage();
  noteDraft(kept, 'clip', 'a', 'old').keep('mine', 'old');
  expect(noteDraft(kept, 'clip', 'a', 'theirs').restored).toBe('theirs\n\nmine');
});

test('what was written half way is not there twice', () => {
  const kept = storage();
  noteDraft(kept, 'highlight', 'a', '').keep('see the', '');
  expect(noteDraft(kept, 'highlight', 'a', 'see').restored).toBe('see the');
  expect(noteDraft(kept, 'highlight', 'a', 'see the').restored).toBeNull();
});

test('typed back to what is written, or dropped, leaves nothing', () => {
  const kept = storage();
  const draft = noteDraft(kept, 'clip', 'a', 'old');
  draft.keep('new', 'old');
  draft.keep('old', 'old');
  expect(kept.items.size).toBe(0);
  draft.keep('new', 'old');
  draft.drop();
  expect(kept.items.size).toBe(0);
});

test('a storage that is full, or holds something else, is no reason to fail', () => {
  const full = {
    getItem: () => '{"typed":5',
    setItem: () => expect.fail('full'),
    removeItem: () => undefined,
  };
  const draft = noteDraft(full, 'clip', 'a', 'old');
  draft.keep('new', 'old');
  expect(draft.restored).toBeNull();
});
