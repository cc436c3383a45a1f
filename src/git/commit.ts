import { readCommit, writeBlob, writeCommit } from 'isomorphic-git';
import type { GitStore } from './git-store.ts';
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
}

const email = 'sync@clipshelf.app';

/** Makes a commit from the files that changed; no other file is read. */
export async function makeCommit(
  store: GitStore,
  { parent, changes, message, author, at }: NewCommit,
): Promise<MadeCommit> {
  const { place } = store;
  const blobs = new Map<string, string>();
  const paths = new Map<string, string | null>();
  const encoder = new TextEncoder();
  for (const [path, content] of changes) {
    const blob = typeof content === 'string' ? encoder.encode(content) : content;
    const oid = blob === null ? null : await writeBlob({ ...place, blob });
    if (oid !== null) blobs.set(path, oid);
    paths.set(path, oid);
  }
  const tree = await changedTree(store, await treeOf(store, parent), paths);
  const person = { name: author, email, timestamp: Math.floor(at / 1000), timezoneOffset: 0 };
  const parents = parent === null ? [] : [parent];
  const commit = await writeCommit({
    ...place,
    commit: { tree, parent: parents, author: person, committer: person, message },
  });
  return { commit, blobs };
}

/** The tree of a commit; null for none. */
export async function treeOf({ place }: GitStore, commit: string | null): Promise<string | null> {
  return commit === null ? null : (await readCommit({ ...place, oid: commit })).commit.tree;
}
