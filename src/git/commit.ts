import type { GitStore } from './git-store.ts';
import { treeOf } from './objects.ts';
import { PackWriter } from './pack-writer.ts';
import { keepPack } from './packs.ts';
import { changedTree } from './trees.ts';

export interface NewCommit {
  /** null for the first commit of an empty repository. */
  readonly parent: string | null;
  /** Path to the new text or bytes, or null to remove the file. */
  readonly changes: ReadonlyMap<string, string | Uint8Array | null>;
  readonly message: string;
  /** The device's name. */
  readonly author: string;
  /** Epoch ms. */
  readonly at: number;
}

/** A commit that was made here, and the ids of its new blobs by path. */
export interface MadeCommit {
  readonly commit: string;
  readonly blobs: ReadonlyMap<string, string>;
  /** All its objects that its parent does not have. */
  readonly pack: Uint8Array<ArrayBuffer>;
}

/** Git asks for an address. One that nobody can have (RFC 2606), so that no host shows another person as the author. */
const email = 'sync@clipshelf.invalid';

/** Makes a commit from the files that changed; no other file is read. What is new lies in one pack, here as on its way. */
export async function makeCommit(
  store: GitStore,
  { parent, changes, message, author, at }: NewCommit,
): Promise<MadeCommit> {
  const pack = new PackWriter();
  const blobs = new Map<string, string>();
  const paths = new Map<string, string | null>();
  const encoder = new TextEncoder();
  for (const [path, content] of changes) {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    const oid = bytes === null ? null : pack.add('blob', bytes);
    if (oid !== null) blobs.set(path, oid);
    paths.set(path, oid);
  }
  const tree = await changedTree(store, pack, await treeOf(store, parent), paths);
  // What Git's own format would take for the end of a name.
  const name = author.replaceAll(/[<>\n\0]/g, ' ').trim() || 'Clipshelf';
  const person = `${name} <${email}> ${String(Math.floor(at / 1000))} +0000`;
  const lines = [
    `tree ${tree}`,
    ...(parent === null ? [] : [`parent ${parent}`]),
    `author ${person}`,
    `committer ${person}`,
    '',
    `${message}\n`,
  ];
  const commit = pack.add('commit', encoder.encode(lines.join('\n')));
  const made = pack.finish();
  await keepPack(store, made);
  return { commit, blobs, pack: made.pack };
}
