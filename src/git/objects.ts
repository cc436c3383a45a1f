import { Failure } from '../core/failure.ts';
import { toHex } from '../core/hex.ts';
import type { Commit, GitStore, StoredPack } from './git-store.ts';
import { type GitObject, PackIndex, PackReader } from './pack-reader.ts';

const folder = 'objects/pack';
/** Packs that are held in memory, in bytes; one alone may be larger. */
const mostHeld = 32_000_000;
const hashLength = 20;

/**
 * An object of the packs that are here; null where none has it. What isomorphic-git reads one by one through a file system, this
 * finds in indexes that stay in memory: a sync reads thousands. Throws `sync/damaged`, `sync/oversized`.
 */
async function findObject(store: GitStore, oid: string): Promise<GitObject | null> {
  for (const pack of await packsOf(store)) {
    const offset = pack.index.offsetOf(oid);
    if (offset === null) continue;
    return await (await readerOf(store, pack)).objectAt(offset);
  }
  return null;
}

/** Throws `sync/damaged` where it is not there, or is of another type. */
export async function readObject(
  store: GitStore,
  oid: string,
  type: GitObject['type'],
): Promise<Uint8Array<ArrayBuffer>> {
  const object = await findObject(store, oid);
  if (object?.type !== type) throw new Failure('sync/damaged', `no ${type} ${oid}`);
  return object.bytes;
}

/** null where it is not here. */
export async function findCommit(store: GitStore, oid: string): Promise<Commit | null> {
  const known = store.commits.get(oid);
  if (known !== undefined) return known;
  const object = await findObject(store, oid);
  if (object?.type !== 'commit') return null;
  const [head = ''] = new TextDecoder().decode(object.bytes).split('\n\n');
  const tree = /^tree ([\da-f]{40})$/m.exec(head)?.[1];
  if (tree === undefined) throw new Failure('sync/damaged', oid);
  const seconds = Number(/^committer .*> (-?\d{1,20}) [+-]\d{4}$/m.exec(head)?.[1] ?? 0);
  const commit = { tree, at: Math.min(Math.max(0, seconds * 1_000), latestCommit) };
  store.commits.set(oid, commit);
  return commit;
}

/** Later ones (the year 2100) are of a clock that is wrong: edits by hand have the time of their commit. */
const latestCommit = Date.UTC(2100, 0);

/** The tree of a commit; null for none. Throws `sync/damaged` where the commit is not here. */
export async function treeOf(store: GitStore, commit: string | null): Promise<string | null> {
  if (commit === null) return null;
  const found = await findCommit(store, commit);
  if (found === null) throw new Failure('sync/damaged', `no commit ${commit}`);
  return found.tree;
}

async function packsOf(store: GitStore): Promise<readonly StoredPack[]> {
  store.packs ??= readIndexes(store);
  return await store.packs;
}

async function readIndexes({ place: { fs }, knownPacks }: GitStore): Promise<readonly StoredPack[]> {
  const names = (await fs.promises.readdir(folder)) as readonly string[];
  const indexes = names.filter((name) => name.endsWith('.idx'));
  for (const name of knownPacks.keys()) if (!indexes.includes(name)) knownPacks.delete(name);
  for (const name of indexes) {
    if (knownPacks.has(name)) continue;
    const bytes = (await fs.promises.readFile(`${folder}/${name}`)) as Uint8Array;
    knownPacks.set(name, { name, index: new PackIndex(bytes), reader: null, bytes: 0 });
  }
  return [...knownPacks.values()];
}

async function readerOf(store: GitStore, pack: StoredPack): Promise<PackReader> {
  pack.reader ??= openPack(store, pack);
  return await pack.reader.catch((error: unknown) => {
    pack.reader = null;
    throw error;
  });
}

/** Its own hash, which comes last, must be that of its bytes: what a damaged disk gives is found once and not for each object. */
async function openPack(store: GitStore, pack: StoredPack): Promise<PackReader> {
  const path = `${folder}/${pack.name.replace(/idx$/, 'pack')}`;
  const bytes = (await store.place.fs.promises.readFile(path)) as Uint8Array<ArrayBuffer>;
  const end = bytes.byteLength - hashLength;
  const hash = end < 0 ? null : await crypto.subtle.digest('SHA-1', bytes.subarray(0, end));
  if (hash === null || toHex(new Uint8Array(hash)) !== toHex(bytes.subarray(end)))
    throw new Failure('sync/damaged', pack.name);
  pack.bytes = bytes.byteLength;
  makeRoom(store, pack);
  return new PackReader(bytes, (oid) => findObject(store, oid));
}

/** Lets go of the packs that were opened first. */
function makeRoom({ knownPacks }: GitStore, opened: StoredPack): void {
  let held = [...knownPacks.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  for (const pack of knownPacks.values()) {
    if (held <= mostHeld) return;
    if (pack === opened || pack.bytes === 0) continue;
    held -= pack.bytes;
    pack.bytes = 0;
    pack.reader = null;
  }
}
