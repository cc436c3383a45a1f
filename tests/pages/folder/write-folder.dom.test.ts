import { Dexie } from 'dexie';
import { onTestFinished, expect, test } from 'vitest';
import { fromBase64 } from '../../../src/core/base64.ts';
import { formOf, usualForm } from '../../../src/formats/export/markdown-form.ts';
import { type FolderWork, writeFolder } from '../../../src/pages/folder/write-folder.ts';
import { deleteTrashed, editClip, setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { chooseFolder, openFolderRecord, stopFolder } from '../../../src/database/transfer/folder-record.ts';
import { waitingImages } from '../../../src/database/images/image-queries.ts';
import { recordImage } from '../../../src/database/images/image-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const never = new AbortController().signal;
const picture = 'https://img.example.com/a.png';
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A real directory of the browser's own file system in the place of the reader's. */
async function makeFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const name = `folder-${crypto.randomUUID()}`;
  onTestFinished(() => root.removeEntry(name, { recursive: true }).catch(() => undefined));
  return await root.getDirectoryHandle(name, { create: true });
}

async function makeWork(changes: Partial<FolderWork> = {}) {
  const name = `folder-record-${crypto.randomUUID()}`;
  const record = await openFolderRecord(name);
  onTestFinished(async () => {
    record.close();
    await Dexie.delete(name);
  });
  const folder = await makeFolder();
  await chooseFolder(record, folder, 1);
  const reports: unknown[] = [];
  const work: FolderWork = {
    database: await makeDatabase(),
    record,
    mayWrite: () => Promise.resolve(true),
    form: usualForm,
    now: () => 5_000,
    report: (error) => void reports.push(error),
    ...changes,
  };
  return { work, record, folder, database: work.database, reports };
}

async function save(database: Database, id: string, { title = id, text = 'Text.', now = 1_000 } = {}) {
  const html = `<p data-block="0">${text}</p><p><img src="${picture}" alt="One"></p>`;
  const article = makeArticle({ url: `https://a.example/${id}`, title, html, images: [] });
  const images = { urls: id.startsWith('pic') ? [picture] : [], tabId: null };
  const clip = { article, tags: [], note: undefined, source: null, images };
  await saveClip(database, clip, { newId: id, now });
}

/** All files of clips by path, with their text. */
async function filesIn(folder: FileSystemDirectoryHandle, above = ''): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const [name, handle] of folder.entries()) {
    if (name === 'index.jsonl') continue;
    if (handle.kind === 'file')
      files[`${above}${name}`] = await (await (await folder.getFileHandle(name)).getFile()).text();
    else Object.assign(files, await filesIn(await folder.getDirectoryHandle(name), `${above}${name}/`));
  }
  return files;
}

async function putFile(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}

test('every clip as a file, also two of one title; then only what changed', async () => {
  const { work, record, folder, database, reports } = await makeWork();
  await save(database, 'one', { title: '同名' });
  await save(database, 'two', { title: '同名' });
  await writeFolder(work, never);
  const first = await filesIn(folder);
  expect(Object.keys(first).sort()).toEqual(['同名 one.md', '同名 two.md']);
  expect(first['同名 one.md']).toMatch(/^---\ntitle: "同名"\n[^]*\nText\./);
  expect(await record.state.get('state')).toMatchObject({ waiting: 0, writtenAt: 5_000, code: null });
  const untouched = (await (await folder.getFileHandle('同名 two.md')).getFile()).lastModified;
  await editClip(database, 'one', { title: 'A/B', note: 'why' }, 2_000);
  await writeFolder(work, never);
  const second = await filesIn(folder);
  // The name stays: other notes may link to it.
  expect(Object.keys(second).sort()).toEqual(['同名 one.md', '同名 two.md']);
  expect(second['同名 one.md']).toContain('note: "why"');
  expect((await (await folder.getFileHandle('同名 two.md')).getFile()).lastModified).toBe(untouched);
  expect(reports).toEqual([]);
});

test('a picture that comes later is put beside the text, and goes with it', async () => {
  const { work, folder, database } = await makeWork();
  await save(database, 'pic');
  await writeFolder(work, never);
  expect((await filesIn(folder))['pic pic.md']).toContain(`![One](${picture})`);
  for (const image of await waitingImages(database, 1)) {
    const blob = new Blob([fromBase64(png)], { type: 'image/png' });
    await recordImage(database, { ...image, state: 'stored', hash: 'h' }, { hash: 'h', blob });
  }
  await writeFolder(work, never);
  const files = await filesIn(folder);
  expect(Object.keys(files).sort()).toEqual(['assets/pic/1.png', 'pic pic.md']);
  expect(files['pic pic.md']).toContain('![One](assets/pic/1.png)');
  await setTrashed(database, ['pic'], 3_000, 3_000);
  await writeFolder(work, never);
  expect(await filesIn(folder)).toEqual({});
  await setTrashed(database, ['pic'], null, 4_000);
  await writeFolder(work, never);
  expect(await filesIn(folder)).toEqual(files);
  await setTrashed(database, ['pic'], 5_000, 5_000);
  await deleteTrashed(database, ['pic'], 5_001);
  await writeFolder(work, never);
  expect(await filesIn(folder)).toEqual({});
});

test('a file that is not ours, or not any more, is never written over or removed', async () => {
  const { work, folder, database } = await makeWork();
  await putFile(folder, 'one one.md', 'mine');
  await save(database, 'one');
  await save(database, 'two');
  await writeFolder(work, never);
  await putFile(folder, 'two two.md', 'edited by hand');
  await editClip(database, 'two', { note: 'new' }, 2_000);
  await writeFolder(work, never);
  const files = await filesIn(folder);
  expect(files['one one.md']).toBe('mine');
  expect(files['one one 2.md']).toContain('Text.');
  expect(files['two two.md']).toBe('edited by hand');
  expect(files['two two 2.md']).toContain('note: "new"');
  await putFile(folder, 'one one 2.md', 'edited by hand');
  await setTrashed(database, ['one', 'two'], 3_000, 3_000);
  await deleteTrashed(database, ['one', 'two'], 3_001);
  await writeFolder(work, never);
  expect(await filesIn(folder)).toEqual({
    'one one.md': 'mine',
    'one one 2.md': 'edited by hand',
    'two two.md': 'edited by hand',
  });
});

test('a death in the middle goes on where it was, also one between a file and its record', async () => {
  const { work, record, folder, database } = await makeWork();
  for (const [index, id] of ['a', 'b', 'c'].entries()) await save(database, id, { now: 1_000 + index });
  const death = new AbortController();
  let notes = 0;
  record.clips.hook('creating', () => {
    notes += 1;
    if (notes === 1) death.abort();
  });
  await writeFolder(work, death.signal);
  expect(Object.keys(await filesIn(folder))).toEqual(['a a.md']);
  // The text is in the file, its record still says that it is being written, and then the clip changes.
  const row = await record.files.get('a a.md');
  if (row === undefined) throw new Error('no record');
  await record.files.put({ ...row, hashes: ['before', ...row.hashes] });
  await record.clips.delete('a');
  await editClip(database, 'a', { note: 'later' }, 3_000);
  await writeFolder(work, never);
  const files = await filesIn(folder);
  expect(Object.keys(files).sort()).toEqual(['a a.md', 'b b.md', 'c c.md']);
  expect(files['a a.md']).toContain('note: "later"');
});

test('a permission that is gone is said, and what waits is written once it is back', async () => {
  let allowed = false;
  const { work, record, folder, database } = await makeWork({ mayWrite: () => Promise.resolve(allowed) });
  await save(database, 'one');
  await writeFolder(work, never);
  expect(await record.state.get('state')).toMatchObject({ waiting: 1, code: 'folder/no-access' });
  expect(await filesIn(folder)).toEqual({});
  allowed = true;
  await writeFolder(work, never);
  expect(await record.state.get('state')).toMatchObject({ waiting: 0, code: null });
  expect(Object.keys(await filesIn(folder))).toEqual(['one one.md']);
});

test('a folder that is gone is said; one that is stopped is left alone; chosen again, it gets what it lacks', async () => {
  const { work, record, folder, database } = await makeWork();
  await save(database, 'one');
  await stopFolder(record);
  await writeFolder(work, never);
  expect(await filesIn(folder)).toEqual({});
  await chooseFolder(record, folder, 2);
  await writeFolder(work, never);
  await folder.removeEntry('one one.md');
  await chooseFolder(record, folder, 3);
  await writeFolder(work, never);
  expect(Object.keys(await filesIn(folder))).toEqual(['one one.md']);
  await save(database, 'two');
  await writeFolder(work, never);
  const before = await filesIn(folder);
  expect(Object.keys(before).sort()).toEqual(['one one.md', 'two two.md']);
  await (await navigator.storage.getDirectory()).removeEntry(folder.name, { recursive: true });
  await editClip(database, 'one', { note: 'new' }, 2_000);
  await writeFolder(work, never);
  expect(await record.state.get('state')).toMatchObject({ waiting: 1, code: 'folder/gone' });
  // A drive that was taken out and is back, with what was on it.
  await setTrashed(database, ['two'], 2_000, 2_000);
  await writeFolder(work, never);
  await (await navigator.storage.getDirectory()).getDirectoryHandle(folder.name, { create: true });
  for (const [name, text] of Object.entries(before)) await putFile(folder, name, text);
  await writeFolder(work, never);
  const files = await filesIn(folder);
  expect(Object.keys(files)).toEqual(['one one.md']);
  expect(files['one one.md']).toContain('note: "new"');
});

test('in another form, all files are written anew under the names that they have; new clips get new names', async () => {
  const { work, folder, database } = await makeWork();
  await save(database, 'one', { title: 'A' });
  await writeFolder(work, never);
  const form = { ...formOf('obsidian', usualForm), fileName: 'day-title' } as const;
  await save(database, 'two', { title: 'B', now: new Date(2026, 10, 5).getTime() });
  await writeFolder({ ...work, form }, never);
  const files = await filesIn(folder);
  expect(files['A one.md']).toMatch(/^source: "https:/m);
  expect(files['2026-11-05 B.md']).toMatch(/^created: "2026-11-05T00:00:00"$/m);
});

test('the index names every clip and its file, and follows what changes', async () => {
  const { work, folder, database } = await makeWork();
  const index = async () => {
    const text = await (await (await folder.getFileHandle('index.jsonl')).getFile()).text();
    const lines = text.trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as { id: string; title: string; path: string });
  };
  await save(database, 'one', { title: 'A' });
  await save(database, 'two', { title: 'B', now: 2_000 });
  await writeFolder(work, never);
  expect(await index()).toMatchObject([
    { id: 'two', title: 'B', path: 'B two.md', saved: '1970-01-01T00:00:02.000Z', tags: [] },
    { id: 'one', title: 'A', path: 'A one.md', url: 'https://a.example/one' },
  ]);
  await setTrashed(database, ['two'], 3_000, 3_000);
  await writeFolder(work, never);
  expect(await index()).toMatchObject([{ id: 'one' }]);
});
