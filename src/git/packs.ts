import type { GitStore } from './git-store.ts';
import { readObject, treeOf } from './objects.ts';
import { type ObjectType, type Pack, PackWriter } from './pack-writer.ts';
import { isFile, isFolder } from './tree-entries.ts';
import { entriesOf } from './trees.ts';

const folder = 'objects/pack';
/** More packs than that are made few again: each is looked at for an object. */
const mostPacks = 64;
/** A pack is held in memory as a whole while it is written, in bytes. */
const largestPack = 16_000_000;

/** The index comes last: where it is, the pack is whole. */
export async function keepPack({ place, forget }: GitStore, { name, pack, index }: Pack): Promise<void> {
  await place.fs.promises.writeFile(`${folder}/${name}.pack`, pack);
  await place.fs.promises.writeFile(`${folder}/${name}.idx`, index);
  forget();
}

/**
 * Where many packs have come, writes what belongs to a commit's files into few new ones, and drops the rest: earlier states of
 * files, and commits that nobody took. Killed in the middle, nothing is lost: the old ones go last. Whether it did.
 */
export async function tidyPacks(store: GitStore, commit: string, most = mostPacks): Promise<boolean> {
  const { fs } = store.place;
  const before = (await fs.promises.readdir(folder)) as readonly string[];
  if (before.filter((name) => name.endsWith('.pack')).length <= most) return false;
  const kept: string[] = [];
  let writer = new PackWriter();
  const finish = async () => {
    const pack = writer.finish();
    await keepPack(store, pack);
    kept.push(pack.name);
    writer = new PackWriter();
  };
  for await (const [oid, type] of objectsOf(store, commit)) {
    writer.add(type, await readObject(store, oid, type));
    if (writer.size > largestPack) await finish();
  }
  await finish();
  const stay = new Set(kept.flatMap((name) => [`${name}.pack`, `${name}.idx`]));
  for (const name of before) if (!stay.has(name)) await fs.promises.unlink(`${folder}/${name}`);
  store.forget();
  return true;
}

/** The commit, its trees and its files. */
async function* objectsOf(store: GitStore, commit: string): AsyncGenerator<readonly [string, ObjectType]> {
  yield [commit, 'commit'];
  const seen = new Set<string>();
  const trees = [await treeOf(store, commit)];
  for (let tree = trees.pop(); tree !== undefined && tree !== null; tree = trees.pop()) {
    if (seen.has(tree)) continue;
    seen.add(tree);
    yield [tree, 'tree'];
    for (const entry of (await entriesOf(store, tree)).values()) {
      const { oid } = entry;
      if (isFolder(entry)) trees.push(oid);
      else if (isFile(entry) && !seen.has(oid)) {
        seen.add(oid);
        yield [oid, 'blob'];
      }
    }
  }
}
