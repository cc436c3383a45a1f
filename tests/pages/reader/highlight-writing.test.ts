import { expect, test } from 'vitest';
import type { HighlightChanges } from '../../../src/core/highlight/highlight.ts';
import { createHighlightWriting } from '../../../src/pages/reader/state/highlight-writing.ts';
import { noteDraft } from '../../../src/ui/note-draft.ts';

/** A library that takes what it is given when the test lets it. */
function slowLibrary() {
  const kept: HighlightChanges[] = [];
  const waiting: { end: (failure?: Error) => void }[] = [];
  return {
    kept,
    save: (changes: HighlightChanges) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({
          end: (failure) => {
            if (failure !== undefined) reject(failure);
            else {
              kept.push(changes);
              resolve();
            }
          },
        });
      }),
    async asked() {
      await expect.poll(() => waiting.length).toBe(1);
    },
    /** What is waited for comes to its end. */
    async answer(failure?: Error) {
      await this.asked();
      waiting.shift()?.end(failure);
    },
  };
}

function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

function writingOf(save: (changes: HighlightChanges) => Promise<void>, items = storage()) {
  const draft = noteDraft(items, 'highlight', 'h1', 'Old');
  return { writing: createHighlightWriting({ note: 'Old', labels: ['Go'] }, draft, save), draft, items };
}

test('what is typed while an earlier part is being written is written at the end', async () => {
  const library = slowLibrary();
  const { writing } = writingOf(library.save);
  writing.entry.value = { tags: ['Go', 'con'], text: '' };
  const first = writing.write();
  await library.asked();
  writing.entry.value = { tags: ['Go', 'con', 'currency'], text: '并发' };
  expect(writing.isKept.value).toBe(false);
  const last = writing.finish();
  await library.answer();
  await first;
  expect(writing.isKept.value).toBe(false);
  await library.answer();
  await last;
  expect(library.kept.at(-1)).toEqual({ note: 'Old', tags: ['Go', 'con', 'currency', '并发'] });
  expect(writing.isKept.value).toBe(true);
});

test('the draft goes when the library has the note, and not before', async () => {
  const library = slowLibrary();
  const { writing, draft, items } = writingOf(library.save);
  const type = (note: string) => {
    draft.keep(note, 'Old');
    writing.note.value = note;
  };
  type('Old and new');
  const first = writing.write();
  await library.answer(new Error('no room'));
  await expect(first).rejects.toThrow('no room');
  expect(noteDraft(items, 'highlight', 'h1', 'Old').restored).toBe('Old and new');
  const second = writing.write();
  await library.asked();
  type('Old and newer');
  await library.answer();
  await second;
  expect(noteDraft(items, 'highlight', 'h1', 'Old').restored).toBe('Old and newer');
  const third = writing.write();
  await library.answer();
  await third;
  expect(noteDraft(items, 'highlight', 'h1', 'Old').restored).toBeNull();
});

test('where nothing was typed nothing is written', async () => {
  const library = slowLibrary();
  const { writing } = writingOf(library.save);
  await writing.finish();
  expect(library.kept).toEqual([]);
});
