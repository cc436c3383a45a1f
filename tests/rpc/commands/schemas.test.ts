import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { CommandName } from '../../../src/rpc/commands/contract.ts';
import { parseInput } from '../../../src/rpc/commands/schemas.ts';
import { makeArticle } from '../../factories/article.ts';

const fitting = {
  saveArticle: { article: makeArticle(), tags: null },
  saveLink: { url: 'https://a.example/', title: 'A', tags: [] },
  setTags: { clipId: 'a', tags: ['C#'] },
  editClip: { clipId: 'a', changes: { note: 'n', read: true, author: null } },
  trashClips: { clipIds: ['a'] },
  restoreVersion: { versionId: 1 },
  editClips: { clipIds: ['a'], subject: '', edit: { addTags: ['b'], starred: true } },
  replaceTags: { replacements: [{ from: 'a', to: null }], subject: '' },
  deleteClips: { clipIds: ['a'], subject: '' },
  undoJob: { jobId: 'a' },
  putSmartList: { id: 'a', name: 'n', query: 'q', rule: null },
  undoRuleRuns: { listId: 'a' },
  setTagColor: { key: 'a', color: null },
  undoEdit: { clips: [], tags: [], newTags: [] },
  saveDraft: { urlKey: 'a', tags: [], tagText: '', note: '' },
  startClipJob: { subject: '', tags: [], pages: [{ url: 'https://a.example/', title: '' }], follow: null },
  reextractClips: { subject: '', clipIds: 'all' },
  retryFailed: { jobId: 'a', indexes: [1] },
  continueJobs: null,
} as const;

const names = Object.keys(fitting) as (keyof typeof fitting)[];

test.each(names)('%s: what fits goes through as it is', (name) => {
  expect(parseInput<CommandName>(name, fitting[name])).toBe(fitting[name]);
});

test('many clips are trashed as an edit, which may become a job', () => {
  const clipIds = Array.from({ length: 51 }, (_each, index) => `c${index}`);
  expect(() => parseInput('trashClips', { clipIds })).toThrow('message/malformed');
  const edit = { clipIds, subject: '', edit: { trashed: true } };
  expect(parseInput('editClips', edit)).toBe(edit);
});

test('whatever else comes is malformed, never a defect', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.anything(), (name, input) => {
      try {
        parseInput<CommandName>(name, input);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
        expect(error).toMatchObject({ code: 'message/malformed' });
      }
    }),
  );
});

test('a note of 10 MB or a title of 1 MB is refused where it is put in', () => {
  const change = (changes: object) => () => parseInput('editClip', { clipId: 'a', changes });
  expect(change({ note: 'n'.repeat(10_000_000) })).toThrow('message/malformed');
  expect(change({ title: 't'.repeat(1_000_000) })).toThrow('message/malformed');
});
