import './buffer.ts';
import { boundInflate } from './bounded-inflate.ts';
import { init, setConfig } from 'isomorphic-git';
import { Failure } from '../core/failure.ts';
import { type MadeCommit, type NewCommit, makeCommit } from './commit.ts';
import {
  type Outgoing,
  type RemoteHead,
  fetchBranch,
  findRemoteHead,
  hasCommit,
  pushCommit,
  usualBranch,
} from './exchange.ts';
import { failing } from './git-errors.ts';
import type { GitFiles } from './git-files.ts';
import { type GitAccess, type GitHttpOptions, createGitHttp } from './git-http.ts';
import { gitStore } from './git-store.ts';
import { findCommit, readObject, treeOf } from './objects.ts';
import { tidyPacks } from './packs.ts';
import { type FileChange, changedFiles, findBlob } from './trees.ts';

/** A remote repository and what is here of it, without a work tree. Throws `sync/…` failures. */
export interface Repository {
  /** The branch that the remote calls its own, and its head; null where the repository is empty. One request. */
  readonly remoteHead: () => Promise<RemoteHead | null>;
  /** Gets the branch's head and its files, alone where nothing is here yet, else all that came since; its commit. */
  readonly download: (branch: string) => Promise<string>;
  readonly hasCommit: (commit: string) => Promise<boolean>;
  /** Files that differ between two commits; null stands for one without files. */
  readonly changes: (before: string | null, after: string | null) => Promise<readonly FileChange[]>;
  /** The blob at a path of a commit; null where there is no such file. */
  readonly find: (commit: string | null, path: string) => Promise<string | null>;
  readonly read: (blob: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** When a commit was made, epoch ms, by the clock of who made it. */
  readonly madeAt: (commit: string) => Promise<number>;
  /** Makes a commit here, which nobody else has yet. */
  readonly commit: (commit: NewCommit) => Promise<MadeCommit>;
  /**
   * Sends the commit that was made last. Never forced: `refused` where the remote has another one than its parent.
   */
  readonly push: (branch: string, commit: string) => Promise<'pushed' | 'refused'>;
  /** Where much has come, lets go of all that is not of this commit's files. */
  readonly tidy: (commit: string) => Promise<boolean>;
  readonly close: () => void;
}

const refspec = '+refs/heads/*:refs/remotes/origin/*';

/** Once: most syncs find nothing to do, and are over in some milliseconds. */
async function setUp({ fs }: GitFiles, gitdir: string): Promise<void> {
  const config: unknown = await fs.promises.readFile('config', 'utf8').catch(() => '');
  if (typeof config === 'string' && config.includes(refspec)) return;
  await init({ fs, gitdir, bare: true, defaultBranch: usualBranch });
  await setConfig({ fs, gitdir, path: 'remote.origin.fetch', value: refspec });
}

/** Opens what is here of a remote repository. Nothing is asked of the remote yet. A push of another commit than the last is `sync/damaged`. */
export async function openRepository(
  files: GitFiles,
  access: GitAccess,
  options: GitHttpOptions,
): Promise<Repository> {
  boundInflate();
  const store = gitStore(files);
  const { gitdir } = store.place;
  const remote = { http: createGitHttp(access, options), url: access.address };
  let outgoing: Outgoing | null = null;
  await setUp(files, gitdir);
  return {
    remoteHead: () => failing(() => findRemoteHead(remote)),
    download: (branch) => failing(() => fetchBranch(store, remote, branch)),
    hasCommit: (commit) => failing(() => hasCommit(store, commit)),
    changes: (before, after) =>
      failing(async () => await changedFiles(store, await treeOf(store, before), await treeOf(store, after))),
    find: (commit, path) => failing(async () => await findBlob(store, await treeOf(store, commit), path)),
    read: (oid) => failing(() => readObject(store, oid, 'blob')),
    madeAt: (oid) =>
      failing(async () => {
        const commit = await findCommit(store, oid);
        if (commit === null) throw new Failure('sync/damaged', `no commit ${oid}`);
        return commit.at;
      }),
    commit: (commit) =>
      failing(async () => {
        const made = await makeCommit(store, commit);
        outgoing = { commit: made.commit, parent: commit.parent, pack: made.pack };
        await files.flush();
        return made;
      }),
    push: (branch, commit) =>
      failing(async () => {
        if (outgoing?.commit !== commit) throw new Failure('sync/damaged', 'another commit');
        return await pushCommit(store, remote, branch, outgoing);
      }),
    tidy: (commit) => failing(() => tidyPacks(store, commit)),
    close: files.close,
  };
}
