import type { ClipId } from '../../core/clip/clip.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import type { ChangeRow, Database, SharedRow, SyncStateRow } from '../database.ts';

/** `at` of a row whose clip has to be sent, whatever its last change. */
export const mustSend = -1;

/** Up to where the library and the repository are known to each other; a null commit before the first sync. */
export async function syncState(database: Database): Promise<SyncStateRow> {
  const row = await database.syncState.get('state');
  return row ?? { id: 'state', commit: null, begun: [], isCompared: false };
}

/** What is known of a clip in the repository; null for nothing. */
export async function sharedRow(database: Database, clipId: ClipId): Promise<SharedRow | null> {
  return (await database.sharedClips.get(clipId)) ?? null;
}

/** The same of many clips, with their last changes and whether they are here: what a large sync asks for at once. */
export async function knownOf(database: Database, clipIds: readonly ClipId[]): Promise<KnownClips> {
  const { clips, changes, sharedClips } = database;
  return await database.transaction('r', [clips, changes, sharedClips], async () => {
    const ids = [...clipIds];
    const [rows, changed, here] = await Promise.all([
      sharedClips.bulkGet(ids),
      changes.bulkGet(ids),
      clips.where('id').anyOf(ids).primaryKeys(),
    ]);
    return {
      rows: new Map(ids.map((id, index) => [id, rows[index] ?? null])),
      changes: new Map(ids.map((id, index) => [id, changed[index] ?? null])),
      here: new Set(here),
    };
  });
}

export interface KnownClips {
  readonly rows: ReadonlyMap<ClipId, SharedRow | null>;
  readonly changes: ReadonlyMap<ClipId, ChangeRow | null>;
  /** In the library or its trash. */
  readonly here: ReadonlySet<ClipId>;
}

/** Rows of clips whose ids begin so. */
export async function sharedRowsFrom(database: Database, start: string): Promise<SharedRow[]> {
  return await database.sharedClips.where('clipId').startsWith(start).toArray();
}

/** What is known to be in the repository, of all clips. */
export async function sharedStates(database: Database): Promise<SharedClip[]> {
  const rows = await database.sharedClips.toArray();
  return rows.flatMap(({ common }) => common ?? []);
}

/** Clips that are not in the trash. */
export async function countLiving(database: Database): Promise<number> {
  const { clips } = database;
  return await database.transaction(
    'r',
    [clips],
    async () => (await clips.count()) - (await clips.where('trashedAt').above(0).count()),
  );
}

/**
 * The clips that are here otherwise than the repository has them; those that are gone here too. In order of saving, so that a commit
 * of some of them touches few days. Once all were compared, what is marked is read and nothing else.
 */
export async function unsentClipIds(database: Database): Promise<ClipId[]> {
  return await reading(database, async () => {
    const marked = await markedClipIds(database);
    if (marked === null) return await differingClipIds(database);
    const rows = (await database.clips.bulkGet(marked.living)).filter((clip) => clip !== undefined);
    return [...rows.toSorted((a, b) => a.savedAt - b.savedAt).map(({ id }) => id), ...marked.gone];
  });
}

/** How many clips wait to be sent; 0 until all were compared with the repository once. Reads keys alone. */
export async function countUnsent(database: Database): Promise<number> {
  const marked = await reading(database, () => markedClipIds(database));
  return marked === null ? 0 : marked.living.length + marked.gone.length;
}

async function reading<Result>(database: Database, read: () => Promise<Result>): Promise<Result> {
  const { clips, changes, sharedClips, syncState: states } = database;
  return await database.transaction('r', [clips, changes, sharedClips, states], read);
}

/** What is marked as unsent: clips that live here, and those that the repository has and that do not. null before all were compared. */
async function markedClipIds(
  database: Database,
): Promise<{ readonly living: ClipId[]; readonly gone: ClipId[] } | null> {
  const { clips, changes, sharedClips } = database;
  if (!(await syncState(database)).isCompared) return null;
  const [changed, marked] = await Promise.all([
    changes.where('unsent').equals(1).primaryKeys(),
    sharedClips.where('at').equals(mustSend).primaryKeys(),
  ]);
  const ids = [...new Set([...changed, ...marked])];
  const [here, trashed, known] = await Promise.all([
    clips.where('id').anyOf(ids).primaryKeys(),
    clips.where('trashedAt').above(0).primaryKeys(),
    sharedClips.where('clipId').anyOf(ids).primaryKeys(),
  ]);
  const inTrash = new Set(trashed);
  const living = here.filter((id) => !inTrash.has(id));
  const there = new Set(living);
  return { living, gone: known.filter((id) => !there.has(id)) };
}

/** The same clips as `unsentClipIds`, found by comparing all. Reads keys and small rows. */
export async function differingClipIds(database: Database): Promise<ClipId[]> {
  const { clips, changes, sharedClips } = database;
  return await database.transaction('r', [clips, changes, sharedClips], async () => {
    const [all, trashed, changed, marks] = await Promise.all([
      clips.orderBy('savedAt').primaryKeys(),
      clips.where('trashedAt').above(0).primaryKeys(),
      changes.toArray(),
      sharedClips.orderBy('[clipId+at]').keys() as unknown as Promise<[ClipId, number][]>,
    ]);
    const gone = new Set(trashed);
    const living = new Set(all.filter((id) => !gone.has(id)));
    const changedAt = new Map(changed.map(({ clipId, at }) => [clipId, at]));
    const sentAt = new Map(marks);
    const unsent = [...living].filter((id) => sentAt.get(id) !== (changedAt.get(id) ?? 0));
    return [...unsent, ...[...sentAt.keys()].filter((id) => !living.has(id))];
  });
}

/** Clips that were saved then (epoch ms, the second time not included) and that the repository has, as it has them. */
export async function livingClipsBetween(
  database: Database,
  from: number,
  to: number,
): Promise<readonly { readonly url: string; readonly common: SharedClip }[]> {
  const clips = await database.clips.where('savedAt').between(from, to).toArray();
  const living = clips.filter(({ trashedAt }) => trashedAt === null);
  const rows = await database.sharedClips.bulkGet(living.map(({ id }) => id));
  return living.flatMap(({ url }, index) => {
    const common = rows[index]?.common ?? null;
    return common === null ? [] : [{ url, common }];
  });
}

/** Pages that are looked for with one question. */
const askedAtOnce = 500;

/** The clips of these pages, by their url keys, that are not in the trash. */
export async function livingOfPages(database: Database, urlKeys: readonly string[]): Promise<ClipId[]> {
  const ids: ClipId[] = [];
  for (let at = 0; at < urlKeys.length; at += askedAtOnce) {
    const some = urlKeys.slice(at, at + askedAtOnce);
    const clips = await database.clips.where('urlKey').anyOf(some).toArray();
    ids.push(...clips.filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id));
  }
  return ids;
}
