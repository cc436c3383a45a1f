import { toBase64 } from '../../domain/base64.ts';
import { passageOf } from '../../domain/clip/passage-fragment.ts';
import { Failure } from '../../domain/failure.ts';
import type { Job, JobItem } from '../../domain/job/job.ts';
import { afterClip } from '../../domain/job/outcome.ts';
import type { PageReader } from '../../messages/page-reading.ts';
import { clipById } from '../../storage/clips/clip-queries.ts';
import { redoClip, replacedSince, takeBackRedo } from '../../storage/texts/redo-writes.ts';
import { sourceOf } from '../../storage/texts/source-queries.ts';
import type { Shelf } from '../shelf.ts';

/**
 * Makes a clip anew from the page that was kept with it, or takes that back. Done twice, it has the same effect as once,
 * and says the same: the second time the result is what is there, and nothing is written.
 */
export async function redoItem(shelf: Shelf, reader: PageReader, job: Job, item: JobItem): Promise<JobItem> {
  const database = await shelf.database();
  const clipId = item.clipId ?? '';
  if (job.kind === 'take-back') {
    const outcome = await takeBackRedo(database, clipId, job.createdAt, Date.now());
    return afterClip(item, outcome === 'changed' ? 'done' : 'skipped', clipId);
  }
  const [clip, source] = await Promise.all([clipById(database, clipId), sourceOf(database, clipId)]);
  if (clip === null) throw new Failure('clip/not-found', clipId);
  // What is kept of a passage is its whole page.
  if (source === null || passageOf(clip.url) !== null) throw new Failure('clip/no-source', clipId);
  const { article } = await reader.readSource(clip.url, toBase64(source.gzip));
  const outcome = await redoClip(database, clipId, article, Date.now());
  // The same as what the job itself has written before its worker died.
  const changed = outcome === 'changed' || (await replacedSince(database, clipId, job.createdAt)) !== null;
  return afterClip(item, changed ? 'done' : 'skipped', clipId);
}
