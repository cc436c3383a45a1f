import type { Article } from '../../src/domain/clip/article.ts';
import type { Clip } from '../../src/domain/clip/clip.ts';
import { type ShelfReport, checkShelf } from '../../src/storage/check-shelf.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { makeArticle } from '../making/article.ts';
import { type ClipState, type Operation, type Outcome, pageUrl } from './operation.ts';

// Runs inside a page of the released extension: gives the worker its commands as our pages do, and reads the database.

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
declare function tortureReport(operation: Operation, outcome: Outcome): Promise<void>;

/** Carries out the operations one after the other, telling each outcome as soon as it is known. */
export async function run(operations: readonly Operation[]): Promise<void> {
  const database = await openDatabase();
  for (const operation of operations) await tortureReport(operation, await perform(database, operation));
}

async function perform(database: Database, operation: Operation): Promise<Outcome> {
  const clip = (await database.clips.toArray()).find((each) => each.url === pageUrl(operation.page));
  try {
    const reply = await chrome.runtime.sendMessage(commandFor(operation, clip?.id ?? 'none'));
    if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return 'lost';
    if (reply.ok === true) return 'done';
    // A worker whose database connection was cut does not know whether its write was kept.
    return 'code' in reply && reply.code === 'clip/not-found' ? 'refused' : 'lost';
  } catch {
    return 'lost';
  }
}

function commandFor(operation: Operation, clipId: string): { command: string; input: unknown } {
  switch (operation.kind) {
    case 'save': {
      const source = btoa(`version ${operation.version}`);
      return {
        command: 'saveArticle',
        input: { article: articleOf(operation.page, operation.version), tags: operation.tags, source },
      };
    }
    case 'tag':
      return { command: 'setTags', input: { clipId, tags: operation.tags } };
    case 'trash':
      return { command: 'trashClips', input: { clipIds: [clipId] } };
    case 'restore':
      return { command: 'restoreClips', input: { clipIds: [clipId] } };
    case 'delete':
      return { command: 'deleteClips', input: { clipIds: [clipId] } };
  }
}

function articleOf(page: number, version: number): Article {
  const text = `第${version}版 version${version} of ${'连接池 pool '.repeat(version % 50)}`;
  return makeArticle({
    url: pageUrl(page),
    title: `Post ${page} version ${version}`,
    html: `<p data-block="0">${text}</p>`,
    blocks: [{ kind: 'prose', text }],
  });
}

export interface Finding {
  readonly report: ShelfReport;
  /** Addresses of clips whose parts are of different versions. */
  readonly mixed: readonly string[];
  readonly states: readonly (readonly [page: number, state: ClipState])[];
}

/** What is on the shelf, and whether its tables agree. */
export async function look(): Promise<Finding> {
  const database = await openDatabase();
  const report = await checkShelf(database);
  const clips = await database.clips.toArray();
  const mixed: string[] = [];
  const states: [number, ClipState][] = [];
  for (const clip of clips) {
    const version = versionOf(clip);
    if (!(await isWhole(database, clip, version))) mixed.push(clip.url);
    states.push([
      Number(/post-(\d+)$/.exec(clip.url)?.[1]),
      { version, tags: clip.tags, trashed: clip.trashedAt !== null },
    ]);
  }
  database.close();
  return { report, mixed, states };
}

async function isWhole(database: Database, clip: Clip, version: number): Promise<boolean> {
  const [body, source] = await Promise.all([database.bodies.get(clip.id), database.sources.get(clip.id)]);
  const expected = articleOf(Number(/post-(\d+)$/.exec(clip.url)?.[1]), version);
  return (
    body?.html === expected.html &&
    JSON.stringify(body.blocks) === JSON.stringify(expected.blocks) &&
    new TextDecoder().decode(source?.gzip) === `version ${version}`
  );
}

function versionOf(clip: Clip): number {
  return Number(/version (\d+)$/.exec(clip.title)?.[1]);
}
