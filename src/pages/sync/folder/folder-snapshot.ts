import { isNamed } from '../../../disk/directory-files.ts';
import type { FolderEntry } from '../../../database/sync/sync-folder-record.ts';
import {
  kindOfPath,
  markerPath,
  readmePath,
  settingsPath,
  tagsPath,
  listsPath,
  readingPath,
} from '../../../formats/repository/repository-files.ts';
import { blobId } from '../../../formats/repository/write-clip.ts';
import type { FileChange } from '../../../git/trees.ts';

/** The folder's files of one moment, by path. */
export interface Snapshot {
  /** A hash of all paths and contents: what a commit's id is in Git. */
  readonly id: string;
  readonly files: ReadonlyMap<string, FolderEntry>;
}

const rootFiles: ReadonlySet<string> = new Set([
  markerPath,
  readmePath,
  tagsPath,
  settingsPath,
  listsPath,
  readingPath,
]);
const rootFolders: ReadonlySet<string> = new Set(['clips', 'assets']);
/** No file of ours lies deeper. */
const deepest = 6;
/** Files that are looked at side by side. */
const atOnce = 24;
/** More of a file is never read, in bytes: who reads it finds it too large. */
export const mostRead = 2 ** 26 + 1;

/** Looks at the library's files. Content is read only where size or time differ from what is known. Throws DOMException. */
export async function readSnapshot(
  root: FileSystemDirectoryHandle,
  known: Snapshot | null,
): Promise<Snapshot> {
  const found: (readonly [string, FileSystemFileHandle])[] = [];
  await list(root, '', found);
  const entries: FolderEntry[] = [];
  const rest = [...found];
  const work = async () => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const entry = await entryOf(next[0], next[1], known?.files.get(next[0]));
      if (entry !== null) entries.push(entry);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return await snapshotOf(entries);
}

export async function snapshotOf(entries: Iterable<FolderEntry>): Promise<Snapshot> {
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(sorted.map(([path, blob]) => [path, blob]));
  const id = await blobId(new TextEncoder().encode(text));
  return { id, files: new Map(sorted.map((entry) => [entry[0], entry])) };
}

/** What a file is known by. Texts and pictures have their hash in their names: they are not read. */
export async function entryAt(
  path: string,
  file: File,
  known: FolderEntry | undefined,
): Promise<FolderEntry> {
  if (isNamedByContent(path)) return [path, `at:${path}`, 0, 0];
  const { size, lastModified } = file;
  if (known !== undefined && known[2] === size && known[3] === lastModified) return known;
  const bytes = new Uint8Array(await file.slice(0, mostRead).arrayBuffer());
  return [path, await blobId(bytes), size, lastModified];
}

export function isNamedByContent(path: string): boolean {
  return path.startsWith('assets/') || kindOfPath(path) === 'text';
}

export function differences(before: Snapshot | null, after: Snapshot): readonly FileChange[] {
  const old = before?.files ?? new Map<string, FolderEntry>();
  const changes: FileChange[] = [];
  for (const path of new Set([...old.keys(), ...after.files.keys()])) {
    const [was, is] = [old.get(path)?.[1] ?? null, after.files.get(path)?.[1] ?? null];
    if (was !== is) changes.push({ path, before: was, after: is });
  }
  return changes;
}

async function list(
  folder: FileSystemDirectoryHandle,
  prefix: string,
  found: (readonly [string, FileSystemFileHandle])[],
): Promise<void> {
  for await (const handle of folder.values()) {
    const path = `${prefix}${handle.name}`.normalize('NFC');
    const isRoot = prefix === '';
    // What other programs keep for themselves: .git, .obsidian, .stfolder.
    if (handle.name.startsWith('.')) continue;
    if (handle.kind === 'file') {
      if (isRoot ? rootFiles.has(path) : isOurs(path)) found.push([path, handle]);
    } else if ((isRoot ? rootFolders.has(path) : true) && path.split('/').length < deepest)
      await list(handle, `${path}/`, found);
  }
}

function isOurs(path: string): boolean {
  return (
    path.startsWith('assets/') ||
    kindOfPath(path) !== 'other' ||
    /^clips\/[^/]+\/index\/\d\d\.jsonl$/.test(path)
  );
}

/** null where it went meanwhile. */
async function entryOf(
  path: string,
  handle: FileSystemFileHandle,
  known: FolderEntry | undefined,
): Promise<FolderEntry | null> {
  if (isNamedByContent(path)) return [path, `at:${path}`, 0, 0];
  try {
    return await entryAt(path, await handle.getFile(), known);
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return null;
    throw error;
  }
}
