import {
  Errors,
  type HttpClient,
  fetch as fetchObjects,
  listServerRefs,
  push as pushObjects,
  readCommit,
  resolveRef,
  writeRef,
} from 'isomorphic-git';
import { Failure } from '../core/failure.ts';
import { longestDetail } from './git-errors.ts';
import type { GitStore } from './git-store.ts';

/** The remote: its address without a token, and who speaks to it. */
export interface Remote {
  readonly url: string;
  readonly http: HttpClient;
}

export interface RemoteHead {
  readonly branch: string;
  readonly commit: string;
}

export const usualBranch = 'main';
const name = 'origin';
/** Where a commit is named while it is on its way. */
const outgoing = 'refs/heads/outgoing';

/** The branch that the remote calls its own, and its head; null where the repository is empty. One request. */
export async function findRemoteHead(remote: Remote): Promise<RemoteHead | null> {
  // The older protocol names all branches in its first answer; the newer one asks again.
  const refs = await listServerRefs({ ...remote, protocolVersion: 1, symrefs: true });
  const head = refs.find(({ ref }) => ref === 'HEAD');
  const branches = refs.filter(({ ref }) => ref.startsWith('refs/heads/'));
  const own =
    branches.find(({ ref }) => ref === head?.target) ??
    branches.find(({ ref }) => ref === `refs/heads/${usualBranch}`) ??
    branches[0];
  return own === undefined ? null : { branch: own.ref.slice('refs/heads/'.length), commit: own.oid };
}

export async function hasCommit({ place }: GitStore, oid: string): Promise<boolean> {
  try {
    await readCommit({ ...place, oid });
    return true;
  } catch (error) {
    if (error instanceof Errors.NotFoundError) return false;
    throw error;
  }
}

/**
 * Gets the branch's head with its files; its commit. The first time it comes alone, without what was before it. Later all
 * that came since: for that, the last head is named here as a branch of the same name, or all would come once more.
 */
export async function fetchBranch(store: GitStore, remote: Remote, branch: string): Promise<string> {
  const { place } = store;
  const known = await resolveRef({ ...place, ref: `refs/heads/${branch}` }).catch(() => null);
  const isFirst = known === null || !(await hasCommit(store, known));
  const { fetchHead } = await fetchObjects({
    ...place,
    ...remote,
    ref: branch,
    remoteRef: branch,
    remote: name,
    singleBranch: true,
    tags: false,
    ...(isFirst ? { depth: 1 } : {}),
  });
  if (fetchHead === null) throw new Failure('sync/emptied', branch);
  if (!(await hasCommit(store, fetchHead))) throw new Failure('sync/damaged', fetchHead);
  await keepHead(store, branch, fetchHead);
  return fetchHead;
}

/** What servers say where another device was faster. */
const raced =
  /fetch first|non-fast-forward|stale info|failed to update ref|cannot lock ref|failed to lock|reference already exists|incorrect old value/i;

/** Never forced: `refused` where the remote has something that is not in the commit's history. */
export async function pushCommit(
  store: GitStore,
  remote: Remote,
  branch: string,
  commit: string,
): Promise<'pushed' | 'refused'> {
  const { place } = store;
  await writeRef({ ...place, ref: outgoing, value: commit, force: true });
  try {
    const remoteRef = `refs/heads/${branch}`;
    await pushObjects({ ...place, ...remote, ref: outgoing, remoteRef, remote: name, force: false });
  } catch (error) {
    if (error instanceof Errors.PushRejectedError) return 'refused';
    if (!(error instanceof Errors.GitPushError)) throw error;
    if (raced.test(error.message)) return 'refused';
    throw new Failure('sync/refused', error.message.slice(0, longestDetail), { cause: error });
  }
  await keepHead(store, branch, commit);
  return 'pushed';
}

/** What the next fetch says that it has: a commit whose files are all here. */
async function keepHead({ place }: GitStore, branch: string, commit: string): Promise<void> {
  await writeRef({ ...place, ref: `refs/heads/${branch}`, value: commit, force: true });
}
