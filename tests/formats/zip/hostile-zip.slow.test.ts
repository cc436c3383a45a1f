import { zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { entryPath } from '../../../src/formats/zip/entry-path.ts';
import { readDirectory } from '../../../src/formats/zip/read-directory.ts';
import { readItem } from '../../../src/formats/zip/read-item.ts';
import { zipLimits } from '../../../src/formats/zip/zip-limits.ts';
import { endRecords } from '../../../src/formats/zip/zip-records.ts';
import { makeZip, utf8 } from '../../factories/zip.ts';

// Bombs take time to make.
vi.setConfig({ testTimeout: 60_000 });

/** The archive with some of its bytes changed, counted from `from` (the place of a signature). */
async function patched(archive: Blob, signature: number, changes: Readonly<Record<number, number>>) {
  const bytes = new Uint8Array(await archive.arrayBuffer());
  const view = new DataView(bytes.buffer);
  let at = 0;
  while (view.getUint32(at, true) !== signature) at += 1;
  for (const [offset, value] of Object.entries(changes)) view.setUint32(at + Number(offset), value, true);
  return new Blob([bytes]);
}

const central = 0x02014b50;

test('what is no archive, or the half of one', async () => {
  const whole = await makeZip({ 'a.md': 'text', 'b.md': 'text' });
  for (const file of [new Blob([]), new Blob(['hello']), whole.slice(0, whole.size / 2), whole.slice(10)])
    await expect(readDirectory(file)).rejects.toMatchObject({ code: 'import/unreadable' });
});

test('a directory that is not where the end says, or has fewer entries', async () => {
  const archive = await makeZip({ 'a.md': 'text' });
  const end = 0x06054b50;
  for (const changes of [{ 16: 5 }, { 16: 9_999_999 }, { 12: 3 }, { 8: 0x0002_0002 }])
    await expect(readDirectory(await patched(archive, end, changes))).rejects.toMatchObject({
      code: 'import/unreadable',
    });
});

test('1,000,000 entries', async () => {
  const archive = new Blob([endRecords(1_000_000, 0, 0)]);
  await expect(readDirectory(archive)).rejects.toMatchObject({ code: 'import/too-large' });
});

test('a bomb that says how large it is, is not unpacked', async () => {
  const archive = new Blob([zipSync({ 'bomb.md': new Uint8Array(64 * 2 ** 20) })]);
  expect(archive.size).toBeLessThan(100_000);
  const [item] = await readDirectory(archive);
  if (item === undefined) throw new Error('no item');
  await expect(readItem(archive, item)).rejects.toMatchObject({ code: 'import/too-large' });
});

test('no file of ours is taken for a bomb, however alike its lines are', async () => {
  const log = utf8('the same line again\n'.repeat(1_000_000));
  const archive = await makeZip({ 'log.json': log });
  const [item] = await readDirectory(archive);
  if (item === undefined) throw new Error('no item');
  expect((await readItem(archive, item)).length).toBe(log.length);
});

test('a bomb that says it is small, is stopped where it says it ends', async () => {
  const bomb = new Blob([zipSync({ 'bomb.md': new Uint8Array(32 * 2 ** 20) })]);
  const archive = await patched(bomb, central, { 24: 1_000 });
  const [item] = await readDirectory(archive);
  if (item === undefined) throw new Error('no item');
  await expect(readItem(archive, item)).rejects.toMatchObject({ code: 'import/unreadable' });
});

test('many entries that unpack to too much together', async () => {
  const bytes = new Uint8Array(2 ** 20);
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.md`, bytes]));
  const archive = await makeZip(files);
  const limits = { ...zipLimits, totalFrom: 2 ** 20 };
  await expect(readDirectory(archive, limits)).rejects.toMatchObject({ code: 'import/too-large' });
});

test('entries that share their bytes', async () => {
  const archive = await makeZip({ 'a.md': 'a'.repeat(40), 'b.md': 'b'.repeat(40) });
  const bytes = new Uint8Array(await archive.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 46 + 4 + 42, 0, true);
  await expect(readDirectory(new Blob([bytes]))).rejects.toMatchObject({ code: 'import/unreadable' });
});

test('a wrong checksum, an encrypted entry, an unknown method', async () => {
  const archive = await makeZip({ 'a.md': 'text' });
  for (const changes of [{ 16: 1 }, { 8: 0x0000_0801 }, { 10: 99 }]) {
    const file = await patched(archive, central, changes);
    const [item] = await readDirectory(file);
    if (item === undefined) throw new Error('no item');
    await expect(readItem(file, item)).rejects.toMatchObject({ code: 'import/unreadable' });
  }
});

test('names in another encoding are read, or at least never throw', async () => {
  const gbk = zipSync({ abcd: utf8('x') });
  const named = Uint8Array.from(gbk, (byte, at) => {
    const place = String.fromCharCode(...gbk.subarray(Math.max(0, at - 3), at + 4)).indexOf('abcd');
    // 0xC1AC 0xBDD3 is 连接 in GBK.
    return place === -1 ? byte : ([0xc1, 0xac, 0xbd, 0xd3][3 - place] ?? byte);
  });
  expect((await readDirectory(new Blob([named]))).map((item) => item.name)).toEqual(['连接']);
});

test.each([
  ['notes/a.md', 'notes/a.md'],
  ['notes\\a.md', 'notes/a.md'],
  ['./notes//a.md', 'notes/a.md'],
  ['../a.md', null],
  ['notes/../../a.md', null],
  ['notes\\..\\..\\a.md', null],
  ['/etc/passwd', null],
  ['\\\\server\\share', null],
  ['C:\\a.md', null],
  ['a\u0000.md', null],
  ['', null],
  ['a'.repeat(5_000), null],
])('entry name %j is the path %j', (name, path) => {
  expect(entryPath(name)).toBe(path);
});
