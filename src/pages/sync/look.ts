import { Failure } from '../../core/failure.ts';
import { type SyncSetting, placeName } from '../../core/sync/sync-setting.ts';
import type { Database } from '../../database/database.ts';
import { sharedRow, sharedStates, syncState } from '../../database/sync/sync-queries.ts';
import type { Carrier } from './carrier.ts';
import { clipAtPath } from './clip-at-path.ts';
import { requireLibrary } from './common-files.ts';
import { type SyncPlan, planSync } from './plan-sync.ts';
import type { SharedSettings } from './shared-values.ts';
import { remoteChanges } from './read-remote.ts';
import { type RemoteChanges, noChanges } from './remote-changes.ts';

export interface SyncSides {
  readonly database: Database;
  readonly repository: Carrier;
  readonly setting: SyncSetting;
  readonly settings: SharedSettings;
}

/** The repository as it was found, and what becomes of the clips that changed there. */
export interface Looked {
  /** null where the repository is empty. */
  readonly head: string | null;
  readonly branch: string;
  readonly changes: RemoteChanges;
  readonly plan: SyncPlan;
  /** The repository is another than that of the last sync, or the first. */
  readonly isFirst: boolean;
}

const usualBranch = 'main';

/** Gets what is new in the repository, and merges it in mind. Throws `sync/…`. */
export async function look({ database, repository, setting }: SyncSides): Promise<Looked> {
  const { commit, begun } = await syncState(database);
  const device = setting.device.id;
  const remote = await repository.remoteHead();
  const isFirst = commit === null;
  if (remote === null) {
    // It was not: what is here is not taken for deleted there.
    if (!isFirst) throw new Failure('sync/emptied', placeName(setting));
    const plan = await planSync(database, device, noChanges);
    return { head: null, branch: usualBranch, changes: noChanges, plan, isFirst };
  }
  const { branch } = remote;
  const isHere = await repository.hasCommit(remote.commit);
  const head = isHere ? remote.commit : await repository.download(branch);
  if (head !== commit) await requireLibrary(repository, head);
  const reading = {
    known: async (id: string) => (await sharedRow(database, id))?.common ?? null,
    clipAt: (path: string) => clipAtPath(database, path),
    lastKnown: () => sharedStates(database),
  };
  const known = commit === null ? [] : [commit, ...begun];
  const areHere = await Promise.all(known.map((each) => repository.hasCommit(each)));
  // Where our copy of the repository is gone, all is looked at again; each clip knows its last shared state.
  const changes = await remoteChanges({ repository, ...reading }, areHere.every(Boolean) ? known : [], head);
  return { head, branch, changes, plan: await planSync(database, device, changes), isFirst };
}
