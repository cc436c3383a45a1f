import type { GitStore } from './git-store.ts';
import { readObject } from './objects.ts';
import type { PackWriter } from './pack-writer.ts';
import { type TreeEntry, folderMode, isFile, isFolder, parseTree, treeBytes } from './tree-entries.ts';

export interface FileChange {
  readonly path: string;
  /** Ids of the blobs; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** No file of ours lies deeper; a tree that holds itself many times over is no library. */
const deepest = 10;

/** The files that differ between two trees (ids; null for the empty one). What is equal below a folder is not read. */
export async function changedFiles(
  store: GitStore,
  before: string | null,
  after: string | null,
  folder = '',
): Promise<readonly FileChange[]> {
  if (before === after || folder.split('/').length > deepest) return [];
  const [old, now] = await Promise.all([entriesOf(store, before), entriesOf(store, after)]);
  const changes: FileChange[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(name), now.get(name)];
    if (a?.oid === b?.oid && isFolder(a) === isFolder(b) && isFile(a) === isFile(b)) continue;
    const path = `${folder}${name}`;
    const [fileBefore, fileAfter] = [blobOf(a), blobOf(b)];
    if (fileBefore !== null || fileAfter !== null)
      changes.push({ path, before: fileBefore, after: fileAfter });
    changes.push(...(await changedFiles(store, treeOf(a), treeOf(b), `${path}/`)));
  }
  return changes;
}

/** The tree after these changes (path to blob id, null to remove it); its id. Folders that are left empty go. */
export async function changedTree(
  store: GitStore,
  pack: PackWriter,
  tree: string | null,
  changes: ReadonlyMap<string, string | null>,
): Promise<string> {
  return (await treeAfter(store, pack, tree, changes)) ?? pack.add('tree', new Uint8Array());
}

async function treeAfter(
  store: GitStore,
  pack: PackWriter,
  tree: string | null,
  changes: ReadonlyMap<string, string | null>,
): Promise<string | null> {
  const entries = new Map(await entriesOf(store, tree));
  const below = new Map<string, Map<string, string | null>>();
  for (const [path, oid] of changes) {
    const slash = path.indexOf('/');
    const name = slash === -1 ? path : path.slice(0, slash);
    if (slash !== -1) {
      const inFolder = below.get(name) ?? new Map<string, string | null>();
      inFolder.set(path.slice(slash + 1), oid);
      below.set(name, inFolder);
    } else if (oid !== null) entries.set(name, entryOf(entries, name, '100644', oid));
    else if (blobOf(entries.get(name)) !== null) entries.delete(name);
  }
  for (const [name, inFolder] of below) {
    const oid = await treeAfter(store, pack, treeOf(entries.get(name)), inFolder);
    if (oid !== null) entries.set(name, entryOf(entries, name, folderMode, oid));
    else if (treeOf(entries.get(name)) !== null) entries.delete(name);
  }
  if (entries.size === 0) return null;
  const oid = pack.add('tree', treeBytes(entries.values()));
  keepTree(store, oid, entries);
  return oid;
}

/** Under the same name as before, whatever its bytes are. */
function entryOf(
  entries: ReadonlyMap<string, TreeEntry>,
  name: string,
  mode: string,
  oid: string,
): TreeEntry {
  return { mode, oid, name: entries.get(name)?.name ?? new TextEncoder().encode(name) };
}

/** The blob at a path; null where there is no file. */
export async function findBlob(store: GitStore, tree: string | null, path: string): Promise<string | null> {
  const names = path.split('/');
  const file = names.pop() ?? '';
  let folder = tree;
  for (const name of names) folder = treeOf((await entriesOf(store, folder)).get(name));
  return blobOf((await entriesOf(store, folder)).get(file));
}

/** How many trees are kept: those of some years of days. */
const mostTrees = 5_000;

function keepTree({ trees }: GitStore, oid: string, entries: ReadonlyMap<string, TreeEntry>): void {
  if (trees.size >= mostTrees) trees.clear();
  trees.set(oid, entries);
}

/** What is in a tree, by name. */
export async function entriesOf(
  store: GitStore,
  tree: string | null,
): Promise<ReadonlyMap<string, TreeEntry>> {
  if (tree === null) return new Map();
  const known = store.trees.get(tree);
  if (known !== undefined) return known;
  const entries = parseTree(await readObject(store, tree, 'tree'));
  keepTree(store, tree, entries);
  return entries;
}

function blobOf(entry: TreeEntry | undefined): string | null {
  return entry !== undefined && isFile(entry) ? entry.oid : null;
}

function treeOf(entry: TreeEntry | undefined): string | null {
  return entry !== undefined && isFolder(entry) ? entry.oid : null;
}
