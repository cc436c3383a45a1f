import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The start of the ZIP format's calendar, written as local time since ZIP has no time zones. */
const noTime = new Date(1980, 0, 1);

/** A ZIP of everything in `folder` that depends on names and bytes alone: entries sorted, times fixed. */
export async function zipFolder(folder: string): Promise<Uint8Array> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: Zippable = {};
  for (const path of paths.toSorted(byCodePoint)) {
    const name = relative(folder, path).split(sep).join('/');
    files[name] = [await readFile(path), { mtime: noTime, level: 9 }];
  }
  return zipSync(files);
}

function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
