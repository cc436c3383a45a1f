import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import type { Draft } from '../../core/clip/draft.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Database, EditsRow, VersionRow } from '../database.ts';
import { highlightsOf } from '../highlights/highlight-queries.ts';

/** All clips, the trash among them, by id: one at a time, so that a library of any size can be passed on. */
export async function* wholeClips(database: Database): AsyncGenerator<WholeClip> {
  for (const id of await database.clips.toCollection().primaryKeys()) {
    const whole = await wholeClip(database, id);
    // Deleted while the others were read.
    if (whole !== null) yield whole;
  }
}

/** Everything of one clip, as of one moment; null where there is none. */
export async function wholeClip(database: Database, id: string): Promise<WholeClip | null> {
  const { clips, bodies, sources, versions, edits } = database;
  const tables = [clips, bodies, sources, versions, edits, database.highlights];
  return await database.transaction('r', tables, async () => {
    const [clip, body, source, edited, rows, highlights] = await Promise.all([
      clips.get(id),
      bodies.get(id),
      sources.get(id),
      edits.get(id),
      versions.where('clipId').equals(id).toArray(),
      highlightsOf(database, id),
    ]);
    if (clip === undefined) return null;
    const kept =
      source === undefined
        ? null
        : { gzip: source.gzip, extractorVersion: source.extractorVersion, savedAt: source.savedAt };
    return asWholeClip({ clip, body, source: kept, edited, versions: rows, highlights });
  });
}

/** Rows of one clip as a whole. Versions in any order, `highlights` the oldest first. */
export function asWholeClip({
  clip,
  body,
  source,
  edited,
  versions,
  highlights,
}: {
  readonly clip: Clip;
  readonly body: ClipBody | undefined;
  readonly source: WholeClip['source'];
  readonly edited: EditsRow | undefined;
  readonly versions: readonly VersionRow[];
  readonly highlights: readonly Highlight[];
}): WholeClip {
  return {
    clip,
    body: body ?? null,
    versions: versions
      .toSorted((a, b) => a.takenAt - b.takenAt)
      .map(({ id: _id, clipId: _clipId, ...version }) => version),
    source,
    ...(edited === undefined ? {} : { edits: { edits: edited.edits, original: edited.original } }),
    ...(highlights.length === 0 ? {} : { highlights }),
  };
}

/** By key. */
export async function allTags(database: Database): Promise<TagRow[]> {
  return await database.tags.toArray();
}

/** By page. */
export async function allDrafts(database: Database): Promise<Draft[]> {
  return await database.drafts.toArray();
}

/** What the library has of each of these pages, in their order: see `clipThere`. */
export async function clipsThere(
  database: Database,
  wanted: readonly { readonly id: string; readonly urlKey: string }[],
): Promise<(Clip | null)[]> {
  const byId = await database.clips.bulkGet(wanted.map(({ id }) => id));
  const byPage = await database.clips
    .where('urlKey')
    .anyOf(wanted.map(({ urlKey }) => urlKey))
    .toArray();
  return wanted.map(({ urlKey }, index) =>
    choose(
      byId[index],
      byPage.filter((clip) => clip.urlKey === urlKey),
    ),
  );
}

/** What the library has of a page: the clip of that page, which one in the trash is too, else what has the same id. */
export async function clipThere(
  database: Database,
  wanted: { readonly id: string; readonly urlKey: string },
): Promise<Clip | null> {
  return (await clipsThere(database, [wanted]))[0] ?? null;
}

/** A page has one clip: where its key and the id name two, the key counts. */
function choose(byId: Clip | undefined, byPage: readonly Clip[]): Clip | null {
  const living = byPage.find(({ trashedAt }) => trashedAt === null);
  return living ?? byPage.find(({ id }) => id === byId?.id) ?? byPage[0] ?? byId ?? null;
}
