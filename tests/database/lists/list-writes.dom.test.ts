import { describe, expect, it, test } from 'vitest';
import type { ListRule } from '../../../src/core/library/smart-list.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { replaceTags, undoEdit } from '../../../src/database/clips/bulk-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { createEditJob, takePiece } from '../../../src/database/jobs/edit-job-writes.ts';
import { turnIntoUndo } from '../../../src/database/jobs/job-writes.ts';
import { allSmartLists, standingRuns } from '../../../src/database/lists/smart-list-queries.ts';
import { deleteSmartList, putSmartList } from '../../../src/database/lists/list-writes.ts';
import { runRules, undoRuleRuns } from '../../../src/database/lists/rule-writes.ts';
import { clipsOfQuery } from '../../../src/database/search/search-queries.ts';
import { importArticles } from '../../../src/database/transfer/import-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const day = 86_400_000;
const rule: ListRule = { addTags: ['Net'], star: true, markRead: false, runsOnNewClips: true };

async function clip(database: Database, id: string, text: string, tags: readonly string[] = []) {
  const article = makeArticle({
    url: `https://example.com/${id}`,
    title: id,
    html: `<p>${text}</p>`,
    blocks: [{ kind: 'prose', text }],
  });
  await saveClip(
    database,
    { article, tags: parseTags(tags), note: undefined, source: null },
    { newId: id, now: day },
  );
}

const marks = async (database: Database) =>
  Object.fromEntries(
    (await database.clips.toArray()).map(({ id, tags, starred }) => [id, [...tags, starred]]),
  );

describe('a list', () => {
  it('finds what holds all of its query, word for word, outside of the trash', async () => {
    const database = await makeDatabase();
    await clip(database, 'a', 'The kubelet restarts pods');
    await clip(database, 'b', 'A kubelett is no kubelet');
    await clip(database, 'c', '负载均衡与重试', ['Net']);
    await clip(database, 'd', 'pods and tables', ['Net']);
    const find = async (query: string) => [...((await clipsOfQuery(database, query, day)) ?? [])].toSorted();
    expect(await find('kubelet pods')).toEqual(['a']);
    expect(await find('kubelet')).toEqual(['a', 'b']);
    expect(await find('kubele')).toEqual([]);
    expect(await find('kubelet tables')).toEqual([]);
    expect(await find('"no kubelet"')).toEqual(['b']);
    expect(await find('"restarts kubelet"')).toEqual([]);
    expect(await find('負載均衡')).toEqual(['c']);
    expect(await find('tag:net -負載均衡')).toEqual(['d']);
    expect(await find('tag:net')).toEqual(['c', 'd']);
    expect(await find('pods OR kubelett')).toEqual(['a', 'b', 'd']);
    expect(await find('pods OR kubelet OR kubelette')).toEqual(['a', 'b', 'd']);
    expect(await find('in:title a')).toEqual(['a']);
    expect(await find('sort:newest')).toEqual([]);
    await database.clips.update('c', { trashedAt: day });
    expect(await find('tag:net tables')).toEqual(['d']);
  });

  it('follows a tag that is renamed, in its query and its rule, and comes back with the undo', async () => {
    const database = await makeDatabase();
    await clip(database, 'a', 'sockets', ['Net']);
    await putSmartList(database, { id: 'l', name: 'Net', query: 'tag:net is:unread', rule }, day);
    await putSmartList(database, { id: 'm', name: 'Other', query: 'net tag:other', rule: null }, day);
    const before = await allSmartLists(database);
    const undo = await replaceTags(
      database,
      [{ from: 'net', to: { key: 'lang/network io', label: 'Lang/Network IO' } }],
      day * 2,
    );
    expect(await allSmartLists(database)).toEqual([
      {
        id: 'l',
        name: 'Net',
        query: 'tag:"Lang/Network IO" is:unread',
        rule: { ...rule, addTags: ['Lang/Network IO'] },
        changedAt: day * 2,
      },
      before[1],
    ]);
    await undoEdit(database, undo, day * 3);
    expect(await allSmartLists(database)).toEqual([{ ...before[0], changedAt: day * 3 }, before[1]]);
  });
});

test('a list follows where the rename is a job of many clips, and comes back with its undo', async () => {
  const database = await makeDatabase();
  await clip(database, 'a', 'sockets', ['Net']);
  await putSmartList(database, { id: 'l', name: 'Net', query: 'tag:net', rule }, day);
  const replacements = [{ from: 'net', to: { key: 'work', label: 'Work' } }];
  const job = { id: 'j', subject: 'Net', change: { kind: 'tags', replacements }, createdAt: day } as const;
  await createEditJob(database, job, ['a']);
  expect(await allSmartLists(database)).toMatchObject([{ query: 'tag:Work', rule: { addTags: ['Work'] } }]);
  const finish = async () => {
    for (;;) {
      const now = await database.jobs.get('j');
      if (now?.state !== 'running') return;
      await takePiece(database, now, day * 2);
    }
  };
  await finish();
  await turnIntoUndo(database, 'j');
  await finish();
  expect(await allSmartLists(database)).toMatchObject([{ query: 'tag:net', rule: { addTags: ['Net'] } }]);
  expect(await marks(database)).toEqual({ a: ['net', false] });
});

describe('a rule', () => {
  it('looks at new clips alone, once, and is taken back in one', async () => {
    const database = await makeDatabase();
    await clip(database, 'old', 'about sockets');
    await putSmartList(database, { id: 'l', name: 'Net', query: 'sockets', rule }, day);
    expect(await runRules(database, day)).toBe(false);
    await clip(database, 'new', 'more about sockets', ['Own']);
    await clip(database, 'other', 'about tables');
    expect(await marks(database)).toEqual({ old: [false], new: ['own', false], other: [false] });
    expect(await runRules(database, day * 2)).toBe(true);
    expect(await runRules(database, day * 2)).toBe(false);
    expect(await marks(database)).toEqual({ old: [false], new: ['own', 'net', true], other: [false] });
    expect(await standingRuns(database)).toMatchObject([{ listId: 'l', clips: 1, at: day * 2 }]);
    await undoRuleRuns(database, 'l', day * 3);
    expect(await marks(database)).toEqual({ old: [false], new: ['own', false], other: [false] });
    expect(await standingRuns(database)).toEqual([]);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  it('that is off, or does nothing, leaves new clips alone and queues none', async () => {
    const database = await makeDatabase();
    const off = { ...rule, runsOnNewClips: false };
    await putSmartList(database, { id: 'l', name: 'Net', query: 'sockets', rule: off }, day);
    await putSmartList(
      database,
      { id: 'm', name: 'None', query: 'sockets', rule: { ...rule, addTags: [], star: false } },
      day,
    );
    await clip(database, 'new', 'sockets');
    expect(await database.ruleQueue.count()).toBe(0);
  });

  it('sees what one before it, by name, has done, and what an import brings', async () => {
    const database = await makeDatabase();
    await putSmartList(database, { id: 'z', name: 'A', query: 'sockets', rule }, day);
    await putSmartList(
      database,
      { id: 'y', name: 'B', query: 'tag:net', rule: { ...rule, addTags: ['Deep'], star: false } },
      day,
    );
    const article = makeArticle({ url: 'https://i.example/', blocks: [{ kind: 'prose', text: 'sockets' }] });
    const imported = { article, tags: [], note: '', savedAt: null, readAt: null, starred: false };
    await importArticles(database, [imported], { newIds: ['i'], now: day });
    await runRules(database, day);
    expect(await marks(database)).toEqual({ i: ['net', 'deep', true] });
  });

  it('waits while the index is being built', async () => {
    const database = await makeDatabase();
    await putSmartList(database, { id: 'l', name: 'Net', query: 'sockets', rule }, day);
    await clip(database, 'new', 'sockets');
    await database.table('searchState').clear();
    expect(await runRules(database, day)).toBe(false);
    expect(await database.ruleQueue.count()).toBe(1);
  });

  it('goes with its list, and what it did stays', async () => {
    const database = await makeDatabase();
    await putSmartList(database, { id: 'l', name: 'Net', query: 'sockets', rule }, day);
    await clip(database, 'new', 'sockets');
    await runRules(database, day);
    await deleteSmartList(database, 'l');
    expect(await marks(database)).toEqual({ new: ['net', true] });
    expect(await allSmartLists(database)).toEqual([]);
    expect(await standingRuns(database)).toEqual([]);
  });
});
