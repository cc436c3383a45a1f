import { Dexie } from 'dexie';
import type { ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import { editOfRule, type SmartList } from '../../core/library/smart-list.ts';
import type { Undo } from '../../core/library/undo.ts';
import { matchingClips, type MatchOptions } from '../../search/index/matching-clips.ts';
import { editClips, undoEdit } from '../clips/bulk-writes.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';
import { allSmartLists } from './smart-list-queries.ts';

/** Clips looked at in one transaction. */
const batch = 100;
/** Runs that are kept to be taken back. */
const keptRuns = 100;

function runsByItself({ rule }: SmartList): boolean {
  return rule?.runsOnNewClips === true && editOfRule(rule) !== null;
}

/** Notes, inside the transaction that saves them, that rules are to look at these clips. */
export async function queueForRules(database: Database, clipIds: readonly ClipId[]): Promise<void> {
  const lists = await database.smartLists.toArray();
  if (lists.some(runsByItself)) await database.ruleQueue.bulkPut(clipIds.map((clipId) => ({ clipId })));
}

/**
 * Lets rules look at some of the new clips, in one transaction: what they change, what takes it back, and that the clips
 * have been looked at. A rule sees what those before it, by name, have done. Returns whether more is to do now: false too
 * while the index is being built, since then nobody can say what a query finds.
 */
export async function runRules(database: Database, now: number): Promise<boolean> {
  return await write(database, 'rules', async () => {
    const clipIds = (await database.ruleQueue.limit(batch).toArray()).map(({ clipId }) => clipId);
    if (clipIds.length === 0) return false;
    for (const list of (await allSmartLists(database)).filter(runsByItself)) {
      const found = await matchingInside(list.query, { now, only: clipIds });
      if (found === null) return false;
      await applyRule(database, list, [...found], now);
    }
    await database.ruleQueue.bulkDelete(clipIds);
    return true;
  });
}

async function applyRule(
  database: Database,
  { id, rule }: SmartList,
  clipIds: readonly ClipId[],
  now: number,
): Promise<void> {
  const edit = rule === null ? null : editOfRule(rule);
  if (edit === null || clipIds.length === 0) return;
  const undo = await editClips(database, clipIds, edit, now);
  if (undo.clips.length === 0) return;
  await database.ruleRuns.add({ listId: id, at: now, clips: undo.clips.length, undoneAt: null, undo });
  const extra = (await database.ruleRuns.count()) - keptRuns;
  if (extra > 0) await database.ruleRuns.limit(extra).delete();
}

/** Takes back what rules of a list did by themselves, the latest first, all of it in one. Throws `store/*`. */
export async function undoRuleRuns(database: Database, listId: string, now: number): Promise<void> {
  await write(database, 'rules', async () => {
    const runs = await database.ruleRuns.where('listId').equals(listId).reverse().sortBy('id');
    for (const run of runs) {
      if (run.undoneAt !== null) continue;
      await undoEdit(database, run.undo satisfies Undo, now);
      await database.ruleRuns.update(run.id ?? 0, { undoneAt: now });
    }
  });
}

/** The engine works on plain requests: Dexie's own promise around its native ones keeps Dexie's transaction. */
function matchingInside(query: string, options: MatchOptions): PromiseLike<ReadonlySet<ClipId> | null> {
  const { currentTransaction } = Dexie;
  const transaction = (currentTransaction as { idbtrans?: IDBTransaction } | null)?.idbtrans;
  if (transaction === undefined) throw new Failure('bug', 'rules run inside a transaction only');
  return new Dexie.Promise<ReadonlySet<ClipId> | null>((resolve, reject) => {
    matchingClips(transaction, query, options).then(resolve, reject);
  });
}
