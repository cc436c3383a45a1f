import type { ClipId } from '../../core/clip/clip.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { Failure } from '../../core/failure.ts';
import { type SideChanges, type SyncWork, unchangedSide } from '../../core/job/sync-work.ts';
import { isSameClip } from '../../core/sync/join-clips.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { placeName } from '../../core/sync/sync-setting.ts';
import { needsConsent } from '../../core/sync/sync-report.ts';
import { writeSyncBatch } from '../../database/sync/batch-file.ts';
import type { SharedRow } from '../../database/database.ts';
import { countLiving, knownOf, syncState, unsentClipIds } from '../../database/sync/sync-queries.ts';
import type { SyncAnswer } from '../../rpc/parser-page/sync-step.ts';
import type { NewCommit } from '../../git/commit.ts';
import { commonFiles } from './common-files.ts';
import { type Looked, type SyncSides, look } from './look.ts';
import type { PlannedClip } from './plan-sync.ts';
import { mendedIndexes } from './mend-indexes.ts';
import { type ReadyBatch, prepareBatch } from './prepare-batch.ts';
import { recordThere } from './remote-changes.ts';
import { messageOf, sendClips } from './send-clips.ts';
import { type ValuesToSync, valuesToSync } from './shared-values.ts';

/** Clips of one commit: all of their files are held in memory at once, and sent in one request. */
const sentAtOnce = 250;
const mostTries = 5;
/** Somebody who changes clips while they are received does not do so for longer. */
const mostLooks = 20;
const comparedAtOnce = 500;
/** So many files that could not be read are named. */
const mostProblems = 50;

/** One sync, piece by piece. What it holds in memory can be found out again: a page that dies loses no work. */
export class SyncSession {
  #looked: Looked | null = null;
  /** What the user is asked about: found once. */
  #asked: Looked | null = null;
  #waiting: readonly PlannedClip[] = [];
  #received = 0;
  readonly #unreadable = new Set<ClipId>();
  #refused = 0;
  #looks = 0;
  #sent = 0;
  /** What is still to be sent of what was found; when none is left, it is looked for again. */
  #unsent: readonly ClipId[] = [];
  #ahead: Promise<ReadyBatch> | null = null;
  #problems: ImportProblem[] = [];
  /** Indexes of days that another device may have written at the same time. */
  readonly #days = new Set<string>();
  #here: SideChanges = unchangedSide;
  #there: SideChanges = unchangedSide;

  constructor(
    private readonly sides: SyncSides,
    /** Epoch ms. */
    private readonly now: () => number,
    private readonly receivedAtOnce?: number,
  ) {}

  /** The next piece. `consent`: the user said yes to a sync that changes much. Throws `sync/…`, `store/…`. */
  async next(consent: boolean): Promise<SyncAnswer> {
    const { database } = this.sides;
    const at = this.#looked;
    if (at === null) return await this.#begin(consent);
    // Before the clips, whose tags would get rows without names; and again when all are here.
    const isUnderWay = this.#received > 0 && this.#waiting.length > 0;
    if (isUnderWay && at.head !== null) return await this.#receive(at, at.head);
    const values = await this.#values(at.head);
    if (values.received !== null) {
      const batch = { pieces: [], sent: [], commit: null, values: values.received };
      return going(await writeSyncBatch(batch), {});
    }
    if (this.#waiting.length > 0 && at.head !== null) return await this.#receive(at, at.head);
    const { commit, isCompared } = await syncState(database);
    if (at.head !== null && commit !== at.head) return await this.#settle(at, at.head);
    if (this.#unsent.length === 0) this.#unsent = await unsentClipIds(database);
    const unsent = this.#unsent;
    if (unsent.length > 0 || at.head === null || values.files.size > 0)
      return await this.#send(at, unsent, { files: values.files, base: values.base });
    const mended = await mendedIndexes(this.sides, at.head, this.#days);
    this.#days.clear();
    if (mended.size > 0) return await this.#send(at, [], { files: mended, base: values.base });
    if (!isCompared)
      return going(await writeSyncBatch({ pieces: [], sent: [], commit: at.head, isCompared: true }), {});
    await this.sides.repository.tidy(at.head);
    return { state: 'done', work: { here: this.#here, there: this.#there } };
  }

  async #values(head: string | null): Promise<ValuesToSync> {
    const { setting, ...sides } = this.sides;
    const dependencies = { ...sides, device: setting.device.id, now: this.now };
    return await valuesToSync(dependencies, head, { withPlaces: this.#waiting.length === 0 });
  }

  async #begin(consent: boolean): Promise<SyncAnswer> {
    const { database } = this.sides;
    const looked = (consent ? this.#asked : null) ?? (await look(this.sides));
    this.#asked = null;
    const { isFirst, changes } = looked;
    const { report, clips } = looked.plan;
    const hereBefore = await countLiving(database);
    const together = hereBefore + report.here.added - report.here.removed;
    const living = [...changes.theirs.values()].filter((clip) => clip !== null).length;
    const thereBefore = isFirst ? living : hereBefore;
    this.#problems = report.problems.slice(0, mostProblems);
    const problems = [...this.#problems];
    const work = { done: 0, total: clips.length, doubts: report.doubts.length, problems } as const;
    const asks = isFirst || needsConsent(report, { here: hereBefore, there: thereBefore });
    if (asks && !consent) {
      this.#asked = looked;
      const there = { ...report.there, added: Math.max(0, together - thereBefore) };
      const reason = isFirst ? 'first' : 'many';
      const question = { reason, hereBefore, thereBefore, together } as const;
      return { state: 'asks', work: { ...work, here: report.here, there, question } };
    }
    if (!this.sides.repository.isAtomic) for (const day of changes.days) this.#days.add(day);
    this.#looked = looked;
    this.#waiting = clips;
    this.#ahead = null;
    this.#received = 0;
    this.#unreadable.clear();
    this.#here = plus(this.#here, report.here);
    return going(null, { ...work, phase: 'receiving', here: this.#here, there: this.#there, question: null });
  }

  /** The next merged clips, for the worker to write. While it writes, those after them are read. */
  async #receive(looked: Looked, head: string): Promise<SyncAnswer> {
    const ready = await (this.#ahead ?? this.#prepare(looked, head));
    this.#ahead = null;
    this.#problems.push(...ready.problems);
    for (const id of ready.unreadable) this.#unreadable.add(id);
    this.#waiting = this.#waiting.slice(ready.count);
    this.#received += ready.count;
    if (this.#waiting.length > 0) {
      this.#ahead = this.#prepare(looked, head);
      // Whoever asks for it hears of it.
      this.#ahead.catch(() => null);
    }
    return going(ready.batch, { phase: 'receiving', done: this.#received, problems: this.#problems });
  }

  async #prepare({ changes }: Looked, head: string): Promise<ReadyBatch> {
    return await prepareBatch({ ...this.sides, changes, head }, this.#waiting, this.receivedAtOnce);
  }

  /** The library has all of this commit: unless the user was faster with a clip, which is looked at once more. */
  async #settle({ changes, plan }: Looked, head: string): Promise<SyncAnswer> {
    const ids = [...changes.theirs.keys()].filter((id) => !this.#unreadable.has(id));
    const areThere = await this.#areKnown(ids, (id, row) => {
      const there = recordThere(changes, id);
      return there === undefined || isSame(row?.common ?? null, there);
    });
    // What is neither side's as it was: merged, or changed by hand.
    const merged = new Map(
      plan.clips.flatMap(({ merged: { clip } }) => (clip === null ? [] : [[clip.id, clip]])),
    );
    const own = [...merged.keys()].filter(
      (id) => !this.#unreadable.has(id) && merged.get(id) !== changes.records.get(id),
    );
    const areMerged = await this.#areKnown(own, (id, row) =>
      isSame(row?.own ?? row?.common ?? null, merged.get(id) ?? null),
    );
    if (!areThere || !areMerged) return this.#lookAgain();
    return going(await writeSyncBatch({ pieces: [], sent: [], commit: head }), {});
  }

  async #areKnown(
    ids: readonly ClipId[],
    isTaken: (id: ClipId, row: SharedRow | null) => boolean,
  ): Promise<boolean> {
    for (let at = 0; at < ids.length; at += comparedAtOnce) {
      const some = ids.slice(at, at + comparedAtOnce);
      const { rows } = await knownOf(this.sides.database, some);
      if (!some.every((id) => isTaken(id, rows.get(id) ?? null))) return false;
    }
    return true;
  }

  #lookAgain(): SyncAnswer {
    this.#looks += 1;
    this.#unsent = [];
    if (this.#looks >= mostLooks) throw new Failure('sync/contended', placeName(this.sides.setting));
    this.#looked = null;
    return going(null, { phase: 'looking' });
  }

  /** Sends some clips as one commit. Where another device was faster, all is looked at again. */
  async #send(
    looked: Looked,
    unsent: readonly ClipId[],
    values: { readonly files: NewCommit['changes']; readonly base: ValuesToSync['base'] },
  ): Promise<SyncAnswer> {
    const { database, repository, setting } = this.sides;
    const parent = looked.head;
    const some = unsent.slice(0, sentAtOnce);
    const sending = await sendClips({ database, repository, parent, device: setting.device.id }, some);
    const common = await commonFiles(repository, parent, setting, this.now());
    const changes = new Map([...common, ...values.files, ...sending.files]);
    const work = { phase: 'sending', total: this.#sent + unsent.length, done: this.#sent } as const;
    const done = new Set(sending.sent.map(({ clipId }) => clipId));
    this.#unsent = unsent.filter((id) => !done.has(id));
    if (changes.size === 0)
      return going(await writeSyncBatch({ pieces: [], sent: sending.sent, commit: parent }), work);
    const message = messageOf(sending.changes);
    const author = setting.device.name;
    const { commit } = await repository.commit({ parent, changes, message, author, at: this.now() });
    if ((await repository.push(looked.branch, commit)) === 'refused') {
      this.#refused += 1;
      if (this.#refused >= mostTries) throw new Failure('sync/contended', placeName(setting));
      return this.#lookAgain();
    }
    this.#sent += sending.sent.length;
    this.#there = plus(this.#there, sending.changes);
    this.#looked = { ...looked, head: commit };
    const shared = { tags: [], lists: [], places: [], base: values.base };
    const batch = await writeSyncBatch({ pieces: [], sent: sending.sent, commit, values: shared });
    return going(batch, { ...work, done: this.#sent, there: this.#there });
  }
}

function going(batch: string | null, work: Partial<SyncWork>): SyncAnswer {
  return { state: 'going', batch, work };
}

function isSame(a: SharedClip | null, b: SharedClip | null): boolean {
  return a === null || b === null ? a === b : isSameClip(a, b);
}

function plus(a: SideChanges, b: SideChanges): SideChanges {
  return { added: a.added + b.added, changed: a.changed + b.changed, removed: a.removed + b.removed };
}
