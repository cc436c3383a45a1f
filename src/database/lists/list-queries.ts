import type { ClipId } from '../../core/clip/clip.ts';
import type { RuleRun, SmartList } from '../../core/library/smart-list.ts';
import { matchingClips } from '../../search/index/matching-clips.ts';
import { searchStoreNames } from '../../search/index/stores.ts';
import type { Database } from '../database.ts';

/** In the order of their names, as code units have it: pages sort them for people. */
export async function allSmartLists(database: Database): Promise<SmartList[]> {
  const lists = await database.smartLists.toArray();
  return lists.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

/** What rules did by themselves and has not been taken back, the latest first. */
export async function standingRuns(database: Database): Promise<RuleRun[]> {
  const runs = await database.ruleRuns.reverse().toArray();
  return runs.filter(({ undoneAt }) => undoneAt === null).map(({ undo: _undo, ...run }) => run);
}

/**
 * The clips that hold all that a query says (search/index/matching-clips.ts); null while the index is being built.
 * `now` is epoch ms. Throws as IndexedDB does.
 */
export async function clipsOfQuery(
  database: Database,
  query: string,
  now: number,
): Promise<ReadonlySet<ClipId> | null> {
  const transaction = database.backendDB().transaction(['clips', 'bodies', ...searchStoreNames], 'readonly');
  return await matchingClips(transaction, query, { now });
}
