import type { Clip } from '../../src/core/clip/clip.ts';
import { bodyFromArticle, clipContent } from '../../src/core/clip/clip-from-article.ts';
import { urlKey } from '../../src/core/clip/url-key.ts';
import { readBackup } from '../../src/formats/backup/read-backup.ts';
import { writeBackup } from '../../src/formats/backup/write-backup.ts';
import { backUp } from '../../src/pages/options/transfer/back-up.ts';
import { openDatabase } from '../../src/database/database.ts';
import { stageFile } from '../../src/disk/staged-files.ts';
import { makeArticle } from '../factories/article.ts';
import { command } from './command.ts';
import { finishEdits, overJob, pause } from './jobs-in-page.ts';
import { isTorn } from './whole.ts';

declare function tortureFile(name: string, outcome: 'begun' | 'done'): Promise<void>;
declare function tortureBackup(torn: readonly string[]): Promise<void>;

/** Entries of each file: some batches, so that the blow comes between two. */
export const entriesPerFile = 60;

const never = new AbortController().signal;

/** Gives the worker a file to take over, an export of another tool or a backup, as the options page does. */
export async function takeFile(name: string, kind: 'import' | 'restore'): Promise<void> {
  const copy = `torture-${name}`;
  await stageFile(copy, kind === 'import' ? bookmarksOf(name) : await backupOf(name), never);
  await tortureFile(name, 'begun');
  const input = { kind, subject: `${name}.html`, copy, total: entriesPerFile, mode: 'merge' };
  if ((await command('startFileJob', input)) === 'done') await tortureFile(name, 'done');
}

/** Writes backups while others write the library, and reads each: whole clips alone may be in it. */
export async function keepBackingUp(): Promise<void> {
  const database = await openDatabase();
  for (;;) {
    const { archive } = await backUp({ database, settings: {} }, new Date(), () => undefined, never);
    const backup = await readBackup(archive, (html) => html);
    const torn: string[] = [];
    for await (const entry of backup.clips()) {
      if (entry.kind === 'problem') torn.push(`backup: ${entry.excerpt}`);
      else if (isTorn(entry.record)) torn.push(`backup: ${entry.record.clip.url}`);
    }
    await tortureBackup(torn);
    await pause(300);
  }
}

export interface FileFinding {
  /** The state of the file's job, or null where there is none. */
  readonly state: string | null;
  readonly added: number;
  readonly merged: number;
  readonly clips: number;
}

/** Waits until the file's job is over, tells what there is of it, and takes its clips off the library again. */
export async function lookAtFile(name: string): Promise<FileFinding> {
  const database = await openDatabase();
  try {
    const job = await overJob(database, ({ file }) => file?.copy === `torture-${name}`);
    const clips = await database.clips.filter(({ url }) => url.startsWith(addressOf(name, ''))).toArray();
    const clipIds = clips.map(({ id }) => id);
    // So many are a job each, the second of which takes what the first has put into the trash.
    await command('editClips', { clipIds, subject: 'trash', edit: { trashed: true } });
    await finishEdits();
    await command('deleteClips', { clipIds, subject: 'delete' });
    await finishEdits();
    if (job !== undefined) await command('forgetJob', { jobId: job.id });
    return {
      state: job?.state ?? null,
      added: job?.file?.added ?? 0,
      merged: job?.file?.merged ?? 0,
      clips: clips.length,
    };
  } finally {
    database.close();
  }
}

function addressOf(name: string, entry: number | ''): string {
  return `https://files.example/${name}/${entry}`;
}

function bookmarksOf(name: string): Blob {
  const lines = Array.from(
    { length: entriesPerFile },
    (_each, index) => `<DT><A HREF="${addressOf(name, index)}" TAGS="go">书签 ${index}</A>`,
  );
  return new Blob([['<!DOCTYPE NETSCAPE-Bookmark-file-1>', '<DL><p>', ...lines, '</DL>'].join('\n')]);
}

async function backupOf(name: string): Promise<Blob> {
  const clips = Array.from({ length: entriesPerFile }, (_each, index) => {
    const article = makeArticle({ url: addressOf(name, index) });
    const id = `${name}-${index}`;
    const clip: Clip = {
      ...clipContent(article),
      id,
      urlKey: urlKey(article.url),
      tags: ['go'],
      note: '',
      savedAt: 1,
      updatedAt: 1,
      readAt: null,
      starred: false,
      trashedAt: null,
    };
    return { clip, body: bodyFromArticle(id, article), versions: [], source: null, assets: [] };
  });
  const library = { clips, tags: [], drafts: [], smartLists: [], settings: {} };
  const parts: BlobPart[] = [];
  for await (const chunk of writeBackup(library, () => '')) parts.push(chunk);
  return new Blob(parts);
}
