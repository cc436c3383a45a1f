import { type LibraryReport, checkLibrary } from '../../src/database/check-library.ts';
import type { NewHighlight } from '../../src/core/highlight/highlight.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { readState } from '../../src/search/index/state.ts';
import { requestRebuild } from '../../src/search/index/rebuild.ts';
import { ask, command } from './command.ts';
import { finishEdits, overJob, pause } from './jobs-in-page.ts';
import {
  type ClipState,
  type Operation,
  type Outcome,
  markOf,
  pageUrl,
  pagesOf,
  savedMark,
} from './operation.ts';
import { articleOf, isTorn, pageOf, versionOf } from './whole.ts';

export { keepBackingUp, lookAtFile, takeFile } from './files-in-page.ts';
export { lookAtPosts, takePosts } from './posts-in-page.ts';

// Runs inside a page of the released extension: gives the worker its commands as our pages do, and reads the database.

declare function tortureReport(operation: Operation, outcome: Outcome): Promise<void>;

/** Carries out the operations one after the other, telling each outcome as soon as it is known. */
export async function run(operations: readonly Operation[]): Promise<void> {
  const database = await openDatabase();
  for (const operation of operations) {
    const { outcome, jobId } = await perform(database, operation);
    await tortureReport(operation, outcome);
    // The worker has said yes: whatever dies now, all of its clips must be changed in the end.
    if (jobId !== null) await overJob(database, ({ id }) => id === jobId);
  }
}

async function perform(
  database: Database,
  operation: Operation,
): Promise<{ outcome: Outcome; jobId: string | null }> {
  const clips = await database.clips.toArray();
  const ids = pagesOf(operation).map(
    (page) => clips.find((each) => each.url === pageUrl(page))?.id ?? 'none',
  );
  const { command: name, input } = commandFor(operation, ids);
  return await ask(name, input);
}

function commandFor(operation: Operation, clipIds: readonly string[]): { command: string; input: unknown } {
  const [clipId] = clipIds;
  switch (operation.kind) {
    case 'save': {
      const source = btoa(`version ${operation.version}`);
      return {
        command: 'saveArticle',
        input: {
          article: articleOf(operation.page, operation.version),
          tags: operation.tags,
          source,
          lesser: 'replace',
          highlights: [highlightOf(savedMark(operation.page), [])],
        },
      };
    }
    case 'tag':
      return { command: 'setTags', input: { clipId, tags: operation.tags } };
    case 'mark':
      return {
        command: 'addHighlights',
        input: { clipId, highlights: [highlightOf(operation.mark, operation.tags)] },
      };
    case 'unmark':
      return { command: 'removeHighlights', input: { ids: [operation.mark] } };
    case 'trash':
      return { command: 'trashClips', input: { clipIds: [clipId] } };
    case 'restore':
      return { command: 'restoreClips', input: { clipIds: [clipId] } };
    case 'delete':
      return { command: 'deleteClips', input: { clipIds: [clipId], subject: '' } };
    case 'edit':
      return {
        command: 'editClips',
        input: { clipIds, subject: '', edit: { addTags: operation.add, removeTags: operation.remove } },
      };
    case 'rename': {
      const to = { key: operation.to, label: operation.to };
      return { command: 'replaceTags', input: { replacements: [{ from: operation.from, to }], subject: '' } };
    }
  }
}

/** Words that most versions have, so that texts that come and go move it, lose it and find it again. */
function highlightOf(id: string, tags: readonly string[]): NewHighlight {
  const fixed = { prefix: '', suffix: '', range: null, origin: 'reader' } as const;
  return { id, quote: 'pool 连接池', color: 'yellow', note: id, tags, ...fixed };
}

export interface Finding {
  readonly report: LibraryReport;
  /** Addresses of clips whose parts are of different versions. */
  readonly mixed: readonly string[];
  readonly states: readonly (readonly [page: number, state: ClipState])[];
}

/** Throws the index away, as a damaged one is; the worker makes it anew from the library. */
export async function loseIndex(): Promise<void> {
  const database = await openDatabase();
  await requestRebuild(database.backendDB());
  database.close();
}

/** Until the index is whole again, which the worker sees to by itself. */
async function indexRebuilt(database: Database): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const state = await readState(database.backendDB().transaction(['searchState'], 'readonly'));
    if (state !== null && state.rebuiltTo === null) return;
    if (tries % 50 === 10) await command('continueJobs', null);
    await pause(100);
  }
}

/** What is in the library, and whether its tables agree, once all that was begun is over. */
export async function look(): Promise<Finding> {
  const unfinished = await finishEdits();
  const database = await openDatabase();
  await indexRebuilt(database);
  const checked = await checkLibrary(database);
  const report = { ...checked, problems: [...checked.problems, ...unfinished] };
  const clips = await database.clips.toArray();
  const mixed: string[] = [];
  const states: [number, ClipState][] = [];
  for (const clip of clips) {
    const [body = null, source = null, marks] = await Promise.all([
      database.bodies.get(clip.id),
      database.sources.get(clip.id),
      database.highlights.where('clipId').equals(clip.id).toArray(),
    ]);
    if (isTorn({ clip, body, source })) mixed.push(clip.url);
    if (Number.isNaN(pageOf(clip))) continue;
    states.push([
      pageOf(clip),
      {
        version: versionOf(clip),
        tags: clip.tags,
        trashed: clip.trashedAt !== null,
        marks: marks.map((mark) => markOf(mark.id, mark.tags)).toSorted(),
      },
    ]);
  }
  database.close();
  return { report, mixed, states };
}
