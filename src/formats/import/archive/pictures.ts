import type { PictureFile, Pictures } from '../imported-clip.ts';
import type { ArchiveFiles } from './archive-files.ts';

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;

/**
 * The pictures that lie in the same archive or folder as the text at `path`: by the way from it, from the top, or, as
 * Obsidian and Joplin name them, by their file's name alone.
 */
export function picturesBeside(files: ArchiveFiles | null, path: string): Pictures | null {
  if (files === null) return null;
  const folder = path.split('/').slice(0, -1);
  return {
    find: (reference) => {
      const wanted = pathOf(reference);
      if (wanted === null) return null;
      const found = [joined(folder, wanted), joined([], wanted)].find(
        (each) => each !== null && files.has(each),
      );
      const name = found ?? byName(files).get(wanted.split('/').at(-1)?.toLowerCase() ?? '') ?? null;
      return name === null || !picture.test(name) ? null : pictureFile(files, name);
    },
  };
}

/** The same for what is named by something else than its path. */
export function picturesNamed(find: (reference: string) => PictureFile | null): Pictures {
  return { find };
}

function pictureFile(files: ArchiveFiles, name: string, url: string | null = null): PictureFile {
  return {
    name,
    url,
    read: async () => {
      const bytes = await files.read(name);
      return bytes instanceof Uint8Array ? bytes : null;
    },
  };
}

const names = new WeakMap<ArchiveFiles, ReadonlyMap<string, string>>();

/** Pictures by the names of their files, and Joplin's by their ids; the first of each. */
function byName(files: ArchiveFiles): ReadonlyMap<string, string> {
  const known = names.get(files);
  if (known !== undefined) return known;
  const map = new Map<string, string>();
  for (const path of files.paths) {
    if (!picture.test(path)) continue;
    const name = path.split('/').at(-1)?.toLowerCase() ?? '';
    for (const key of [name, name.replace(picture, '')]) if (!map.has(key)) map.set(key, path);
  }
  names.set(files, map);
  return map;
}

/** The path that a reference of a text means; null where it is an address or names no file. */
function pathOf(reference: string): string | null {
  const plain = reference.slice(0, 2_000).trim();
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(plain)) return null;
  const [path = ''] = plain.replace(/^:\//, '').replaceAll('\\', '/').split(/[?#]/, 1);
  try {
    return decodeURIComponent(path) || null;
  } catch {
    return path || null;
  }
}

/** Null where the way leads out of the archive. */
function joined(folder: readonly string[], path: string): string | null {
  const parts = path.startsWith('/') ? [] : [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
