import { Dexie } from 'dexie';
import type { PromiseFsClient } from 'isomorphic-git';
import { StoredFiles } from './stored-files.ts';

/** The files of a repository without a work tree: packs, single objects, references. */
export interface GitFiles {
  readonly fs: PromiseFsClient;
  /** Writes what waits in memory. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

const databaseName = 'clipshelf-sync';

/** Throws what Dexie throws where the database does not open. */
export async function openGitFiles(name = databaseName): Promise<GitFiles> {
  const stored = await StoredFiles.open(name);
  return { fs: fileSystem(stored), flush: () => stored.flush(), close: () => stored.close() };
}

/** Forgets all that is known of the remote. */
export async function deleteGitFiles(name = databaseName): Promise<void> {
  await Dexie.delete(name);
}

/** Bytes of what is here of the remote; 0 where sync was never set up. Reads every row, one at a time: on request only. */
export async function gitFilesSize(name = databaseName): Promise<number> {
  if (!(await Dexie.exists(name))) return 0;
  const stored = await StoredFiles.open(name);
  try {
    return await stored.size();
  } finally {
    stored.close();
  }
}

/** What isomorphic-git asks of a file system. Folders are there where a file is in them. */
function fileSystem(stored: StoredFiles): PromiseFsClient {
  /** Asked for with each object that is read. */
  let packs: readonly string[] | null = null;
  const stat = async (name: string) => {
    const path = inRepository(name);
    const bytes = await stored.get(path);
    if (bytes !== undefined) return entry('file', bytes.byteLength);
    if (await stored.hasFolder(path)) return entry('dir', 0);
    throw missing(name);
  };
  const nothing = () => Promise.resolve();
  const noLinks = () => Promise.reject(new Error('no links in this repository'));
  return {
    promises: {
      async readFile(name: string, options?: { encoding?: string } | string) {
        const bytes = await stored.get(inRepository(name));
        if (bytes === undefined) throw missing(name);
        const encoding = typeof options === 'string' ? options : options?.encoding;
        return encoding === 'utf8' ? new TextDecoder().decode(bytes) : bytes;
      },
      async writeFile(name: string, data: Uint8Array | string) {
        const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
        await stored.put(inRepository(name), bytes);
        packs = null;
      },
      async unlink(name: string) {
        await stored.delete(inRepository(name));
        packs = null;
      },
      async readdir(name: string) {
        const folder = inRepository(name);
        if (folder !== 'objects/pack') return await stored.namesIn(folder);
        packs ??= await stored.namesIn(folder);
        return packs;
      },
      stat,
      lstat: stat,
      mkdir: nothing,
      rmdir: nothing,
      readlink: noLinks,
      symlink: noLinks,
    },
  };
}

function inRepository(name: string): string {
  return name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

function missing(name: string): Error {
  return Object.assign(new Error(`ENOENT: ${name}`), { code: 'ENOENT' });
}

function entry(type: 'file' | 'dir', size: number): object {
  return {
    type,
    size,
    mode: type === 'file' ? 0o100644 : 0o040000,
    mtimeMs: 0,
    ctimeMs: 0,
    uid: 0,
    gid: 0,
    ino: 0,
    dev: 0,
    isFile: () => type === 'file',
    isDirectory: () => type === 'dir',
    isSymbolicLink: () => false,
  };
}
