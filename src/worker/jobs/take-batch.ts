import { is } from 'valibot';
import { parseArticle } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import { newHighlightSchema } from '../../core/highlight/highlight-schema.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { parseTags } from '../../core/tag/tag.ts';
import { isTime } from '../../core/time.ts';
import type { Database } from '../../database/database.ts';
import type {
  BatchArticle,
  BatchClip,
  BatchEntry,
  BatchImage,
  FileBatch,
} from '../../database/jobs/file-batch.ts';
import { type FileEntry, takeEntries } from '../../database/jobs/file-job-writes.ts';
import type { TakenImage } from '../../database/images/image-writes.ts';
import type { RestoredClip } from '../../database/transfer/restore-writes.ts';

interface LibraryRoute {
  readonly jobId: string;
  readonly position: number;
}

/**
 * Stores a batch of a file, and with it that it was stored: in one transaction, or where that fails entry by entry, so that
 * what is wrong with one costs that one.
 */
export async function takeBatch(
  database: Database,
  { jobId, position }: LibraryRoute,
  { entries, labels }: FileBatch,
  now: number,
): Promise<void> {
  const read = entries.map(readEntry);
  try {
    await takeEntries(database, { jobId, position }, { entries: read, labels }, now);
    return;
  } catch (error) {
    if (await concernsAll(database, error)) throw error;
  }
  for (const [index, entry] of read.entries()) {
    const place = { jobId, position: position + index };
    const first = index === 0 ? labels : null;
    try {
      await takeEntries(database, place, { entries: [entry], labels: first }, now);
    } catch (error) {
      if (await concernsAll(database, error)) throw error;
      await takeEntries(database, place, { entries: [unstored(entry, error)], labels: first }, now);
    }
  }
}

/** Whether nothing can be stored at present: the database itself says no, whatever is asked of it. */
async function concernsAll(database: Database, error: unknown): Promise<boolean> {
  if (!(error instanceof Failure) || !error.code.startsWith('store/')) return false;
  if (error.code !== 'store/unavailable') return true;
  try {
    await database.jobs.count();
    return false;
  } catch {
    return true;
  }
}

function unstored(entry: FileEntry, error: unknown): ImportProblem {
  const name = entry.kind === 'clip' ? entry.clip.clip.id : null;
  return {
    kind: 'problem',
    reason: 'damaged',
    line: null,
    entry: name,
    excerpt: String(error).slice(0, 120),
  };
}

function readEntry(entry: BatchEntry): FileEntry {
  if (entry.kind === 'problem') return entry;
  if (entry.kind === 'article') return articleEntry(entry.article, entry.remarks);
  return { ...entry, clip: restoredClip(entry.clip) };
}

/** An article that is none costs that entry alone; a time that is none is named, and left out. */
function articleEntry(each: BatchArticle, said: readonly ImportProblem[]): FileEntry {
  const problem = { kind: 'problem', line: null, entry: null } as const;
  const excerpt = each.article.url.slice(0, 120);
  const wrong = [each.savedAt, each.readAt].filter((time) => time !== null && !isTime(time));
  const remarks = wrong.map((): ImportProblem => ({ ...problem, reason: 'bad-date', excerpt, taken: true }));
  try {
    const article = {
      ...each,
      article: parseArticle(each.article),
      tags: parseTags(each.tags),
      images: takenImages(each.images),
      highlights: each.highlights.filter((highlight) => is(newHighlightSchema, highlight)),
    };
    return { kind: 'article', article, remarks: [...said, ...remarks] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...problem, reason: 'wrong-shape', excerpt };
  }
}

function restoredClip(clip: BatchClip): RestoredClip {
  return { ...clip, images: takenImages(clip.images) };
}

function takenImages(images: readonly BatchImage[]): TakenImage[] {
  return images.map(({ url, hash, type, bytes }) => ({
    url,
    file: { hash, blob: new Blob([bytes], { type }) },
  }));
}
