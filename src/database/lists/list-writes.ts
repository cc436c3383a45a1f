import { type SmartList, laterList, ruleWithTags } from '../../core/library/smart-list.ts';
import type { Change } from '../../core/library/undo.ts';
import type { TagReplacement } from '../../core/tag/replace-tags.ts';
import { queryWithTags } from '../../search/query/rename-tags.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';

/** Keeps a list, new or changed. Throws `store/*`. */
export async function putSmartList(
  database: Database,
  list: Omit<SmartList, 'changedAt'>,
  now: number,
): Promise<void> {
  await write(database, 'lists', () => database.smartLists.put({ ...list, changedAt: now }));
}

/** Takes a list away, and what is kept of its rule; its clips stay as they are. Throws `store/*`. */
export async function deleteSmartList(database: Database, id: string): Promise<void> {
  await write(database, 'lists', async () => {
    await database.smartLists.delete(id);
    await database.ruleRuns.where('listId').equals(id).delete();
  });
}

/** Lists of a backup, inside the caller's transaction: of one that is here too, the later state counts. */
export async function restoreSmartLists(database: Database, lists: readonly SmartList[]): Promise<void> {
  const here = await database.smartLists.bulkGet(lists.map(({ id }) => id));
  await database.smartLists.bulkPut(lists.map((list, index) => laterList(here[index] ?? list, list)));
}

/** What became of a list, to be taken back. */
type ListChange = Change<SmartList>;

/** Inside the caller's transaction: queries and rules follow the tags that it renames. Returns what changed. */
export async function renameInSmartLists(
  database: Database,
  targets: ReadonlyMap<string, TagReplacement['to']>,
  now: number,
): Promise<ListChange[]> {
  const changes = (await database.smartLists.toArray()).flatMap((before): ListChange[] => {
    const query = queryWithTags(before.query, targets);
    const rule = before.rule === null ? null : ruleWithTags(before.rule, targets);
    const same = query === before.query && rule === before.rule;
    return same ? [] : [{ before, after: { ...before, query, rule, changedAt: now } }];
  });
  await database.smartLists.bulkPut(changes.map(({ after }) => after));
  return changes;
}

/** Inside the caller's transaction: lists that still are as the change left them get back what they were. */
export async function undoListChanges(
  database: Database,
  changes: readonly ListChange[],
  now: number,
): Promise<void> {
  for (const { before, after } of changes) {
    const list = await database.smartLists.get(after.id);
    if (list?.query !== after.query || JSON.stringify(list.rule) !== JSON.stringify(after.rule)) continue;
    await database.smartLists.put({ ...list, query: before.query, rule: before.rule, changedAt: now });
  }
}
