import type { ClipId } from '../../core/clip/clip.ts';
import { isSameClip } from '../../core/sync/join-clips.ts';
import { type MergedClip, mergeLibraries } from '../../core/sync/merge-libraries.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { wentBack } from '../../core/sync/went-back.ts';
import { type SyncReport, syncReport } from '../../core/sync/sync-report.ts';
import type { DeviceId } from '../../core/sync/stamp.ts';
import type { Database } from '../../database/database.ts';
import { type LocalClip, localClip } from '../../database/sync/local-clip-queries.ts';
import { type KnownClips, knownOf, livingOfPages } from '../../database/sync/sync-queries.ts';
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
  const known = await knownOf(database, [...changes.theirs.keys()]);
  return await new Planning({ database, device, changes, known }).plan();
}

interface PlanningParts {
  readonly database: Database;
  readonly device: DeviceId;
  readonly changes: RemoteChanges;
  /** Of the clips that changed there. */
  readonly known: KnownClips;
}

class Planning {
  readonly #base = new Map<ClipId, SharedClip>();
  readonly #ours = new Map<ClipId, SharedClip>();
  readonly #theirs = new Map<ClipId, SharedClip>();
  readonly #readAt = new Map<ClipId, number | null>();
  readonly #looked = new Set<ClipId>();
  readonly #revived = new Set<ClipId>();

  constructor(private readonly parts: PlanningParts) {}

  async plan(): Promise<SyncPlan> {
    const { changes } = this.parts;
    const keys = new Set([...changes.theirs.values()].flatMap((clip) => clip?.urlKey ?? []));
    for (const [id, clip] of changes.theirs) {
      await this.#look(id);
      if (clip === null) continue;
      this.#theirs.set(id, clip);
      for (const alias of clip.aliases) await this.#look(alias, true);
    }
    await this.#lookAtPages([...keys]);
    const first = this.#merge();
    const all = (await this.#lookFurther(first, keys)) ? this.#merge() : first;
    const isRevived = ({ ours }: MergedClip) => ours.some(({ id }) => this.#revived.has(id));
    const merged = all
      .map((one) => (isRevived(one) ? { ...one, doubts: [...one.doubts, revival] } : one))
      // What is in the trash here is not equal to what lives there; a record that is missing is to be written.
      .filter((one) => isRevived(one) || lacksRecord(one, changes) || concerns(one, this.#base));
    const clips = merged.map((one) => ({
      merged: one,
      readAt: new Map(one.clipIds.map((id) => [id, this.#readAt.get(id) ?? null])),
    }));
    return { clips, report: syncReport(merged, changes.problems) };
  }

  /** `isAlias`: another clip there has become one with it. */
  async #look(id: ClipId, isAlias = false): Promise<void> {
    if (this.#looked.has(id)) return;
    this.#looked.add(id);
    const { database, changes, known: some } = this.parts;
    const their = changes.theirs.get(id) ?? null;
    const known = some.rows.has(id) ? some : await knownOf(database, [id]);
    const common = known.rows.get(id)?.common ?? null;
    if (common !== null && !(their !== null && wentBack(their, common))) this.#base.set(id, common);
    // It comes out of the trash here, with what was written before it went there.
    const isNews = their !== null && (common === null || !isSameClip(their, common));
    const comesBack = isNews || (isAlias && common !== null && !changes.theirs.has(id));
    this.#readAt.set(id, known.changes.get(id)?.at ?? null);
    if (!known.here.has(id)) return;
    const own = await localClip(database, id);
    if (own !== null && (comesBack || own.whole.clip.trashedAt === null)) await this.#take(own, known);
  }

  async #take(own: LocalClip, { rows, changes }: KnownClips): Promise<void> {
    const { id, trashedAt } = own.whole.clip;
    const row = rows.get(id) ?? null;
    const before = row?.own ?? row?.common ?? null;
    if (trashedAt !== null) this.#revived.add(id);
    const { shared } = await shareLocal(own, before, this.parts.device, changes.get(id) ?? null);
    this.#ours.set(id, shared);
  }

  /** Clips that live here and are of these pages. */
  async #lookAtPages(urlKeys: readonly string[]): Promise<void> {
    for (const id of await livingOfPages(this.parts.database, urlKeys)) await this.#look(id);
  }

  /** What is here and was not found by what the repository has: whether there was any. `asked`: pages that were looked at. */
  async #lookFurther(merged: readonly MergedClip[], asked: ReadonlySet<string>): Promise<boolean> {
    const { database, known } = this.parts;
    const before = this.#ours.size;
    const living = merged.flatMap(({ clip }) => clip ?? []);
    await this.#lookAtPages(living.map(({ urlKey }) => urlKey).filter((key) => !asked.has(key)));
    // A page that lives under the id of a clip in the trash here is written over it: with what was written there.
    const mayBeHere = (id: ClipId) => known.here.has(id) || !known.rows.has(id);
    const ids = living.map(({ id }) => id).filter((id) => !this.#ours.has(id) && mayBeHere(id));
    const found = await knownOf(database, ids);
    for (const id of found.here) {
      const own = await localClip(database, id);
      if (own !== null) await this.#take(own, found);
    }
    return this.#ours.size > before;
  }

  #merge(): readonly MergedClip[] {
    // What the repository has unchanged of a page that is merged here is as it was.
    for (const id of this.#looked) {
      const was = this.#base.get(id);
      if (was !== undefined && !this.parts.changes.theirs.has(id)) this.#theirs.set(id, was);
    }
    return mergeLibraries(this.#base, this.#ours, this.#theirs);
  }
}

const revival = { kind: 'lives', deleted: 'here' } as const;

function lacksRecord({ clipIds }: MergedClip, { records }: RemoteChanges): boolean {
  return clipIds.some((id) => records.get(id) === null);
}

/** Not what is equal on both sides and was so before. */
function concerns({ clip, ours, theirs }: MergedClip, base: ReadonlyMap<ClipId, SharedClip>): boolean {
  const same = (others: readonly SharedClip[]) => {
    const [first] = others;
    return clip !== null && others.length === 1 && first !== undefined && isSameClip(first, clip);
  };
  const was = clip === null ? undefined : base.get(clip.id);
  return !(same(ours) && same(theirs) && was !== undefined && clip !== null && isSameClip(was, clip));
}
