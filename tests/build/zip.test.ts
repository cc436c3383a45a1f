import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { zipFolder } from '../../build/zip.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function folderWith(files: readonly (readonly [string, string])[], modified: Date): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clipshelf-zip-'));
  folders.push(folder);
  for (const [name, text] of files) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
    await utimes(join(folder, name), modified, modified);
  }
  return folder;
}

test('the order and time in which files were written leave no trace', async () => {
  const files = [
    ['manifest.json', '{}'],
    ['_locales/zh_CN/messages.json', '{"名": 1}'],
    ['a.js', 'a'],
  ] as const;
  const first = await zipFolder(await folderWith(files, new Date(2020, 1, 1)));
  const second = await zipFolder(await folderWith(files.toReversed(), new Date(2026, 5, 5)));
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('holds every file under its path in the folder', async () => {
  const folder = await folderWith([['pages/popup/index.html', '<p>中文']], new Date());
  const files = unzipSync(await zipFolder(folder));
  expect(Object.keys(files)).toEqual(['pages/popup/index.html']);
  expect(strFromU8(files['pages/popup/index.html'] ?? new Uint8Array())).toBe('<p>中文');
});

test('one byte more makes another package', async () => {
  const first = await zipFolder(await folderWith([['a.js', 'a']], new Date()));
  const second = await zipFolder(await folderWith([['a.js', 'ab']], new Date()));
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
});
