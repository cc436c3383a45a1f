import { describe, expect, test } from 'vitest';
import { exchangeCommands } from '../../src/background/exchange-commands.ts';
import { parseTags } from '../../src/domain/tag/tag.ts';
import type { send } from '../../src/messages/client.ts';
import { backUp } from '../../src/pages/options/transfer/back-up.ts';
import { takeFile } from '../../src/pages/options/transfer/take-file.ts';
import { checkShelf } from '../../src/storage/check-shelf.ts';
import { saveClip } from '../../src/storage/clip-writes.ts';
import type { Database } from '../../src/storage/database.ts';
import { setTrashed } from '../../src/storage/shelf-writes.ts';
import { makeArticle } from '../making/article.ts';
import { makeDatabase } from '../making/database.ts';

const quiet = () => undefined;
const never = new AbortController().signal;
const day = new Date(2024, 2, 1, 12);

async function save(database: Database, id: string, { text = '', now = 1_000, tags = ['Go', '网络'] } = {}) {
  const html = `<p data-block="0">文章 ${id} ${text}</p>`;
  const article = makeArticle({
    url: `https://example.com/${id}`,
    title: `${id} ${text}`,
    html,
    blocks: [{ kind: 'prose', text: `文章 ${id} ${text}` }],
  });
  await saveClip(
    database,
    { article, tags: parseTags(tags), note: 'a note', source: new Uint8Array([31, 139, 0]) },
    { newId: id, now },
  );
}

/** The worker's commands, straight on this database, through JSON as messages go in Chrome. */
function commandsOn(database: Database): typeof send {
  const handlers = exchangeCommands({ database: () => Promise.resolve(database) });
  return (async (name: keyof typeof handlers, input: never) =>
    handlers[name](JSON.parse(JSON.stringify(input)) as never)) as typeof send;
}

const archiveOf = async (database: Database) =>
  new File([(await backUp(database, day, quiet, never)).archive], 'backup.zip');
const take = (database: Database, file: File) => takeFile(file, commandsOn(database), 5_000, quiet, never);
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

async function library(): Promise<Database> {
  const database = await makeDatabase();
  await save(database, 'one');
  await save(database, 'one', { text: 'second edition', now: 2_000 });
  await save(database, 'two', { tags: ['k8s'] });
  await save(database, 'three', { tags: [] });
  await setTrashed(database, ['three'], 3_000, 3_000);
  return database;
}

describe('backup and restore', () => {
  test('into an empty library: the second backup is equal to the byte', async () => {
    const first = await archiveOf(await library());
    const empty = await makeDatabase();
    expect(await take(empty, first)).toEqual({ added: 3, merged: 0, problems: [] });
    expect(await bytesOf(await archiveOf(empty))).toEqual(await bytesOf(first));
    expect((await checkShelf(empty)).problems).toEqual([]);
  });

  test('twice: nothing is there twice', async () => {
    const database = await library();
    const file = await archiveOf(database);
    expect(await take(database, file)).toMatchObject({ added: 0, merged: 3 });
    expect(await bytesOf(await archiveOf(database))).toEqual(await bytesOf(file));
  });

  test('over a library of its own: the newer text stands, the other is a version, tags are of both', async () => {
    const file = await archiveOf(await library());
    const database = await makeDatabase();
    await save(database, 'one', { text: 'older here', now: 500, tags: ['here'] });
    await save(database, 'two', { text: 'newer here', now: 9_000, tags: ['here'] });
    expect(await take(database, file)).toMatchObject({ added: 1, merged: 2 });
    expect(await database.clips.get('one')).toMatchObject({
      title: 'one second edition',
      savedAt: 500,
      tags: ['here', 'go', '网络'],
    });
    expect((await database.versions.toArray()).map((version) => version.content.title)).toEqual([
      'one older here',
    ]);
    expect(await database.clips.get('two')).toMatchObject({ title: 'two newer here', tags: ['here', 'k8s'] });
    expect((await checkShelf(database)).problems).toEqual([]);
  });

  test('stops where it is told to', async () => {
    const database = await library();
    const cancel = new AbortController();
    await expect(backUp(database, day, () => cancel.abort(), cancel.signal)).rejects.toThrow('abort');
  });
});

describe('import', () => {
  const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
<DT><H3>Dev</H3><DL><p>
<DT><A HREF="https://example.com/one" ADD_DATE="1700000000" TAGS="redis">One</A>
<DT><A HREF="https://example.com/new" ADD_DATE="1700000000">New 页面</A>
<DT><A HREF="javascript:alert(1)">No</A>
</DL><p></DL><p>`;

  test('keeps what is there, adds what is not, says what it could not take', async () => {
    const database = await makeDatabase();
    await save(database, 'one');
    const result = await take(database, new File([bookmarks], 'bookmarks.html'));
    expect(result).toMatchObject({ added: 1, merged: 1, problems: [{ reason: 'unsupported-url' }] });
    expect((await database.bodies.get('one'))?.html).toContain('文章 one');
    expect((await database.clips.get('one'))?.tags).toEqual(['go', '网络', 'dev', 'redis']);
    const added = (await database.clips.toArray()).find((clip) => clip.url.endsWith('/new'));
    expect(added).toMatchObject({ title: 'New 页面', savedAt: 1_700_000_000_000, tags: ['dev'] });
    expect((await checkShelf(database)).problems).toEqual([]);
  });

  test('refuses a file of no known format, and changes nothing', async () => {
    const database = await makeDatabase();
    await expect(take(database, new File([new Uint8Array([1, 2, 3])], 'x.bin'))).rejects.toMatchObject({
      code: 'import/unknown-format',
    });
    expect(await database.clips.count()).toBe(0);
  });
});
