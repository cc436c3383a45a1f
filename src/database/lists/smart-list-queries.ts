import type { RuleRun, SmartList } from '../../core/library/smart-list.ts';
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
