import { searchStores } from '../search/index/stores.ts';

/**
 * The schema's history, oldest first, in Dexie's syntax. Append only: a released step is never edited, and each has a
 * test that opens a database written by it. A step changes shape only; what needs article text is a resumable repair.
 *
 * clips     small rows, all that a list shows      bodies    article HTML and text, one per clip
 * sources   the page's own HTML, gzipped           versions  earlier bodies of updated clips
 * tags      labels and last use, by key            drafts    what was typed about a page not yet clipped
 * changes   the last change of each clip, for backup and sync
 * jobs      journal of long work                    jobItems  its pieces, one row each
 * images    the pictures that clips name, and the journal of getting them
 * imageFiles  their bytes, by hash                  edits     the user's changes to an article, with its original
 * highlights  passages that the user marked, and notes on them
 * editPieces  clips that a job edits, some to a row, with what takes it back
 * smartLists  kept queries and their rules          ruleQueue  new clips that rules are to look at
 * ruleRuns    what rules changed by themselves, with what takes it back
 * sharedClips  clips as the user's repository has them   syncState  up to where it is known
 * aliases   ids that a clip had before it became one with another of its page
 * sharedValues  tags, settings and reading places as devices have them in common
 * syncUndo  clips as they were before a sync
 */
export const schemaHistory: readonly { readonly version: number; readonly stores: Record<string, string> }[] =
  [
    {
      version: 1,
      stores: {
        clips: 'id, urlKey, savedAt, site, *tags, trashedAt',
        bodies: 'clipId',
        sources: 'clipId',
        versions: '++id, clipId',
        tags: 'key, usedAt',
        drafts: 'urlKey, updatedAt',
        changes: 'clipId, at',
        jobs: 'id, state, createdAt',
        jobItems: '[jobId+index], jobId, [jobId+state]',
        ...searchStores,
      },
    },
    {
      version: 2,
      stores: { images: '[clipId+url], clipId, state, hash', imageFiles: 'hash', edits: 'clipId' },
    },
    {
      version: 3,
      stores: {
        clips: 'id, urlKey, savedAt, site, *tags, trashedAt, reading.at',
        changes: 'clipId, at, unsent',
        highlights: 'id, clipId, *tags',
        editPieces: '[jobId+index], jobId, [jobId+state]',
        smartLists: 'id',
        ruleQueue: 'clipId',
        ruleRuns: '++id, listId',
        sharedClips: 'clipId, at, &[clipId+at]',
        syncState: 'id',
        sharedValues: 'name',
        aliases: 'id, clipId',
        syncUndo: '[jobId+clipId], jobId',
      },
    },
  ];

export const currentVersion = Math.max(...schemaHistory.map((step) => step.version));
