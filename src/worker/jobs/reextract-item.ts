import { selectionOf } from '../../core/clip/selection-fragment.ts';
import { Failure } from '../../core/failure.ts';
import type { Job, JobItem } from '../../core/job/job.ts';
import { afterClip } from '../../core/job/outcome.ts';
import type { Extraction } from '../../core/clip/extraction.ts';
import { removeStagedFile, writeCopy } from '../../disk/staged-files.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import { clipById } from '../../database/clips/clip-queries.ts';
import { reextractClip, replacedSince, undoReextraction } from '../../database/texts/reextract-writes.ts';
import { sourceOf } from '../../database/texts/text-queries.ts';
import type { Library } from '../library.ts';

/**
 * Makes a clip anew from the page that was kept with it, or takes that back. Done twice, it has the same effect as once,
 * and says the same: the second time the result is what is there, and nothing is written.
 */
export async function reextractItem(
  library: Library,
  reader: PageReader,
  job: Job,
  item: JobItem,
): Promise<JobItem> {
  const database = await library.database();
  const clipId = item.clipId ?? '';
  if (job.kind === 'take-back') {
    const outcome = await undoReextraction(database, clipId, job.createdAt, Date.now());
    return afterClip(item, outcome === 'changed' ? 'done' : 'skipped', clipId);
  }
  const clip = await clipById(database, clipId);
  if (clip === null) throw new Failure('clip/not-found', clipId);
  const source = await sourceOf(database, clip);
  // What is kept of a passage is its whole page.
  if (source === null || selectionOf(clip.url) !== null) throw new Failure('clip/no-source', clipId);
  const { article } = await readCopy(reader, clip.url, source.gzip);
  const outcome = await reextractClip(database, clipId, article, Date.now(), job.id);
  // The same as what the job itself has written before its worker died.
  const changed = outcome === 'changed' || (await replacedSince(database, clipId, job.createdAt)) !== null;
  return afterClip(item, changed ? 'done' : 'skipped', clipId);
}

/** The page goes through the file system: it may be larger than any message. */
async function readCopy(reader: PageReader, url: string, gzip: Uint8Array<ArrayBuffer>): Promise<Extraction> {
  const copy = `source.${crypto.randomUUID()}`;
  try {
    await writeCopy(copy, new Blob([gzip]));
    return await reader.readSource(url, copy);
  } finally {
    await removeStagedFile(copy);
  }
}
