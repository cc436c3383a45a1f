import type { Clip } from '../../core/clip/clip.ts';
import type { Draft } from '../../core/clip/draft.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import type { Database } from '../database.ts';

/** All clips, the trash among them, by id: one at a time, so that a library of any size can be passed on. */
export async function* wholeClips(database: Database): AsyncGenerator<WholeClip> {
  for (const id of await database.clips.toCollection().primaryKeys()) {
    const whole = await wholeClip(database, id);
    // Deleted while the others were read.
    if (whole !== null) yield whole;
  }
}

async function wholeClip(database: Database, id: string): Promise<WholeClip | null> {
  const { clips, bodies, sources, versions, edits } = database;
  return await database.transaction('r', [clips, bodies, sources, versions, edits], async () => {
    const [clip, body, source, edited, rows] = await Promise.all([
      clips.get(id),
      bodies.get(id),
      sources.get(id),
      edits.get(id),
      versions.where('clipId').equals(id).toArray(),
    ]);
    if (clip === undefined) return null;
    return {
      clip,
      body: body ?? null,
      versions: rows
        .sort((a, b) => a.takenAt - b.takenAt)
        .map(({ id: _id, clipId: _clipId, ...version }) => version),
      source:
        source === undefined
          ? null
          : { gzip: source.gzip, extractorVersion: source.extractorVersion, savedAt: source.savedAt },
      ...(edited === undefined ? {} : { edits: { edits: edited.edits, original: edited.original } }),
    };
  });
}

/** By key. */
export async function allTags(database: Database): Promise<TagRow[]> {
  return await database.tags.toArray();
}

/** By page. */
export async function allDrafts(database: Database): Promise<Draft[]> {
  return await database.drafts.toArray();
}

/** What the library has of each of these pages, under the same id or else the same key; in their order. */
export async function clipsThere(
  database: Database,
  wanted: readonly { readonly id: string; readonly urlKey: string }[],
): Promise<(Clip | null)[]> {
  const byId = await database.clips.bulkGet(wanted.map(({ id }) => id));
  const byPage = await database.clips
    .where('urlKey')
    .anyOf(wanted.map(({ urlKey }) => urlKey))
    .toArray();
  return wanted.map(
    ({ urlKey }, index) => byId[index] ?? byPage.find((clip) => clip.urlKey === urlKey) ?? null,
  );
}
