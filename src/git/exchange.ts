import {
  type HttpClient,
  fetch as fetchObjects,
  listBranches,
  listServerRefs,
  resolveRef,
  writeRef,
} from 'isomorphic-git';
import { Failure } from '../core/failure.ts';
import { longestDetail } from './git-errors.ts';
import { answerLines, packetLine } from './packet-lines.ts';
import type { GitStore } from './git-store.ts';
import { findCommit } from './objects.ts';

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
const nothing = '0'.repeat(40);

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

/** Whether a commit is here, with its files. A reference is written after what it names: most often one says so, and no pack is read. */
export async function hasCommit(store: GitStore, oid: string): Promise<boolean> {
  const { place } = store;
  for (const branch of await listBranches(place))
    if ((await resolveRef({ ...place, ref: `refs/heads/${branch}` })) === oid) return true;
  return (await findCommit(store, oid)) !== null;
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
  store.forget();
  if (fetchHead === null) throw new Failure('sync/emptied', branch);
  if (!(await hasCommit(store, fetchHead))) throw new Failure('sync/damaged', fetchHead);
  await keepHead(store, branch, fetchHead);
  return fetchHead;
}

/** What servers say where another device was faster. */
const raced =
  /fetch first|non-fast-forward|stale info|failed to update ref|cannot lock ref|failed to lock|reference already exists|incorrect old value/i;

/** A commit that was made here, with all its objects that its parent (null for none) does not have. */
export interface Outgoing {
  readonly commit: string;
  readonly parent: string | null;
  readonly pack: Uint8Array<ArrayBuffer>;
}

/**
 * Never forced: the remote is told what we take its branch for, and `refused` is what it has otherwise. It sends just the
 * commit's pack. (isomorphic-git's own push reads all folders of the library to find out what is new.)
 */
export async function pushCommit(
  store: GitStore,
  { http, url }: Remote,
  branch: string,
  { commit, parent, pack }: Outgoing,
): Promise<'pushed' | 'refused'> {
  const ref = `refs/heads/${branch}`;
  const refs = await listServerRefs({ http, url, protocolVersion: 1, forPush: true });
  const there = refs.find((each) => each.ref === ref)?.oid ?? null;
  if (there !== parent) return 'refused';
  const command = packetLine(`${parent ?? nothing} ${commit} ${ref}\0 report-status agent=git/clipshelf\n`);
  const { body } = await http.request({
    url: `${url}/git-receive-pack`,
    method: 'POST',
    headers: {
      'content-type': 'application/x-git-receive-pack-request',
      accept: 'application/x-git-receive-pack-result',
    },
    body: streamOf([command, new TextEncoder().encode('0000'), pack]),
  });
  const [unpacked = '', ...answers] = await answerLines(body ?? streamOf([]));
  const own = answers.find((line) => line.startsWith(`ok ${ref}`) || line.startsWith(`ng ${ref}`)) ?? '';
  if (unpacked !== 'unpack ok' || !own.startsWith('ok ')) {
    const said = `${unpacked}; ${own}`;
    if (raced.test(said)) return 'refused';
    throw new Failure('sync/refused', said.slice(0, longestDetail));
  }
  await keepHead(store, branch, commit);
  return 'pushed';
}

async function* streamOf(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
  await Promise.resolve();
}

/** What the next fetch says that it has: a commit whose files are all here. */
async function keepHead({ place }: GitStore, branch: string, commit: string): Promise<void> {
  await writeRef({ ...place, ref: `refs/heads/${branch}`, value: commit, force: true });
}
