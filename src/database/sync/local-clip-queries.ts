import type { ClipId } from '../../core/clip/clip.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import { oldestFirst } from '../../core/highlight/highlight-sums.ts';
import type { SharedImage } from '../../core/sync/shared-clip.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Database } from '../database.ts';
import { asWholeClip } from '../transfer/whole-clip-queries.ts';

/** A clip with its pictures' files. */
export interface LocalClip {
  /** Without the page's source, which stays at home. */
  readonly whole: WholeClip;
  /** By their addresses. */
  readonly images: ReadonlyMap<string, SharedImage>;
}

/** Also a clip in the trash; null where there is none. */
export async function localClip(database: Database, clipId: ClipId): Promise<LocalClip | null> {
  return (await localClips(database, [clipId])).get(clipId) ?? null;
}

/** Those of these clips that are in the library or its trash: each table is asked once, since a first sync reads all. */
export async function localClips(
  database: Database,
  clipIds: readonly ClipId[],
): Promise<ReadonlyMap<ClipId, LocalClip>> {
  const { clips, bodies, versions, edits, highlights, images, imageFiles } = database;
  const ids = [...clipIds];
  const tables = [clips, bodies, versions, edits, highlights, images, imageFiles];
  return await database.transaction('r', tables, async () => {
    const [rows, texts, edited, earlier, marks, pictures] = await Promise.all([
      clips.bulkGet(ids),
      bodies.bulkGet(ids),
      edits.bulkGet(ids),
      versions.where('clipId').anyOf(ids).toArray(),
      highlights.where('clipId').anyOf(ids).toArray(),
      images.where('clipId').anyOf(ids).toArray(),
    ]);
    const hashes = [...new Set(pictures.flatMap(({ hash }) => hash ?? []))];
    const files = await imageFiles.bulkGet(hashes);
    const types = new Map(files.flatMap((file) => (file === undefined ? [] : [[file.hash, file.blob.type]])));
    const byClip = ({ clipId }: { readonly clipId: ClipId }) => clipId;
    const versionsOf = groupBy(earlier, byClip);
    const marksOf = groupBy(marks, byClip);
    const picturesOf = groupBy(pictures, byClip);
    const found = new Map<ClipId, LocalClip>();
    for (const [index, clip] of rows.entries()) {
      if (clip === undefined) continue;
      const whole = asWholeClip({
        clip,
        body: texts[index],
        source: null,
        edited: edited[index],
        versions: versionsOf.get(clip.id) ?? [],
        highlights: (marksOf.get(clip.id) ?? []).toSorted(oldestFirst),
      });
      const shared = (picturesOf.get(clip.id) ?? []).flatMap(({ url, hash }): [string, SharedImage][] => {
        const type = types.get(hash ?? '');
        return hash === null || type === undefined ? [] : [[url, { hash, type }]];
      });
      found.set(clip.id, { whole, images: new Map(shared) });
    }
    return found;
  });
}
