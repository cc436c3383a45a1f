import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { isSameClip } from '../../core/sync/join-clips.ts';
import { type MergedClip, mergeLibraries } from '../../core/sync/merge-libraries.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { wentBack } from '../../core/sync/went-back.ts';
import { type SyncReport, syncReport } from '../../core/sync/sync-report.ts';
import type { DeviceId } from '../../core/sync/stamp.ts';
import { clipsThere } from '../../database/transfer/whole-clip-queries.ts';
import type { Database } from '../../database/database.ts';
import { knownOf, livingClip, localClip } from '../../database/sync/sync-queries.ts';
import { shareLocal } from './share-local.ts';
import type { RemoteChanges } from './remote-changes.ts';

/** A clip that both sides have a part in, and when the library's part was read. */
export interface PlannedClip {
  readonly merged: MergedClip;
  /** `changes.at` of each clip that it is about, as the plan found it. */
  readonly readAt: ReadonlyMap<ClipId, number | null>;
}

export interface SyncPlan {
  readonly clips: readonly PlannedClip[];
  /** Of these clips; what only this device changed is counted apart. */
  readonly report: SyncReport;
}

/** What becomes of the clips that changed in the repository: read from both sides and merged; nothing is written. */
export async function planSync(
  database: Database,
  device: DeviceId,
  changes: RemoteChanges,
): Promise<SyncPlan> {
  const base = new Map<ClipId, SharedClip>();
  const ours = new Map<ClipId, SharedClip>();
  const theirs = new Map<ClipId, SharedClip>();
  const readAt = new Map<ClipId, number | null>();
  const looked = new Set<ClipId>();
  const revived = new Set<ClipId>();
  const known = await knownOf(database, [...changes.theirs.keys()]);

  /** `isAlias`: another clip there has become one with it. */
  async function look(id: ClipId, isAlias = false): Promise<void> {
    if (looked.has(id)) return;
    looked.add(id);
    const their = changes.theirs.get(id) ?? null;
    const { rows, changes: log, here } = known.rows.has(id) ? known : await knownOf(database, [id]);
    const row = rows.get(id) ?? null;
    const common = row?.common ?? null;
    if (common !== null && !(their !== null && wentBack(their, common))) base.set(id, common);
    // It comes out of the trash here, with what was written before it went there.
    const isNews = their !== null && (common === null || !isSameClip(their, common));
    const comesBack = isNews || (isAlias && common !== null && !changes.theirs.has(id));
    const change = log.get(id) ?? null;
    readAt.set(id, change?.at ?? null);
    if (!here.has(id)) return;
    const own = comesBack ? await localClip(database, id) : await livingClip(database, id);
    if (own === null) return;
    if (own.whole.clip.trashedAt !== null) revived.add(id);
    ours.set(id, (await shareLocal(own, row?.own ?? common, device, change)).shared);
  }

  const wanted = [...changes.theirs.values()].flatMap((clip) => clip ?? []);
  const pages = new Map<ClipId, Clip | null>();
  for (let at = 0; at < wanted.length; at += askedAtOnce) {
    const some = wanted.slice(at, at + askedAtOnce);
    const found = await clipsThere(database, some);
    for (const [index, { id }] of some.entries()) pages.set(id, found[index] ?? null);
  }
  for (const [id, clip] of changes.theirs) {
    await look(id);
    if (clip === null) continue;
    theirs.set(id, clip);
    for (const alias of clip.aliases) await look(alias, true);
    const there = pages.get(id) ?? null;
    if (there !== null && there.trashedAt === null) await look(there.id);
  }
  // What the repository has unchanged of a page that is merged here is as it was.
  for (const id of looked) {
    const was = base.get(id);
    if (was !== undefined && !changes.theirs.has(id)) theirs.set(id, was);
  }
  const merged = mergeLibraries(base, ours, theirs)
    .map((one) =>
      one.ours.some(({ id }) => revived.has(id)) ? { ...one, doubts: [...one.doubts, revival] } : one,
    )
    // What is in the trash here is not equal to what lives there.
    .filter((one) => one.ours.some(({ id }) => revived.has(id)) || concerns(one, base));
  const clips = merged.map((one) => ({
    merged: one,
    readAt: new Map(one.clipIds.map((id) => [id, readAt.get(id) ?? null])),
  }));
  return { clips, report: syncReport(merged, changes.problems) };
}

/** Pages that are looked for with one question. */
const askedAtOnce = 500;

const revival = { kind: 'lives', deleted: 'here' } as const;

/** Not what is equal on both sides and was so before. */
function concerns({ clip, ours, theirs }: MergedClip, base: ReadonlyMap<ClipId, SharedClip>): boolean {
  const same = (others: readonly SharedClip[]) => {
    const [first] = others;
    return clip !== null && others.length === 1 && first !== undefined && isSameClip(first, clip);
  };
  const was = clip === null ? undefined : base.get(clip.id);
  return !(same(ours) && same(theirs) && was !== undefined && clip !== null && isSameClip(was, clip));
}
