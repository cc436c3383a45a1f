import type { ClipId } from '../../core/clip/clip.ts';
import type { Database } from '../database.ts';
import { tagLabels } from '../tags/tag-queries.ts';
import { type LabelledClip, labelledHighlights } from './export-queries.ts';
import type { FolderRecord, WrittenClip } from './folder-record.ts';

/** The clips whose last change is not in the folder, with that change's time; oldest change first. */
export async function clipsToWrite(database: Database, record: FolderRecord): Promise<WrittenClip[]> {
  const [changes, written] = await Promise.all([
    database.changes.orderBy('at').toArray(),
    record.clips.toArray(),
  ]);
  const known = new Map(written.map(({ clipId, at }) => [clipId, at]));
  return changes
    .filter(({ clipId, at, kind }) => known.get(clipId) !== at && (kind === 'put' || known.has(clipId)))
    .map(({ clipId, at }) => ({ clipId, at }));
}

/** A clip as it stands in the library at one moment; null where it is in the trash or gone. */
export async function shelvedClip(database: Database, clipId: ClipId): Promise<LabelledClip | null> {
  const { clips, bodies, tags, highlights: marks } = database;
  return await database.transaction('r', [clips, bodies, tags, marks], async () => {
    const [clip, body] = await Promise.all([clips.get(clipId), bodies.get(clipId)]);
    if (clip === undefined || clip.trashedAt !== null) return null;
    const labels = await tagLabels(database, clip.tags);
    const highlights = await labelledHighlights(database, clipId);
    return { clip, body: body ?? null, tags: clip.tags.map((key) => labels.get(key) ?? key), highlights };
  });
}
