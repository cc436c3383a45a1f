import { toHex } from '../../../core/hex.ts';
import { type GitAddress, parseGitAddress } from '../../../core/sync/git-hosts.ts';
import {
  type GitSetting,
  type SyncSetting,
  type SyncStatus,
  syncSettingName,
} from '../../../core/sync/sync-setting.ts';
import type { SyncJob } from '../../../database/jobs/sync-job-queries.ts';
import type { send } from '../../../rpc/commands/client.ts';
import {
  type SyncEntry,
  type SyncForm,
  createSyncEntry,
  usedPassphrase,
  usedToken,
  wrongEntry,
} from './sync-entry.ts';
import { type WatchedSync, type WatchedSyncDependencies, watchSync } from './watched-sync.ts';

/** The user's repository: set up, watched, and left. */
export interface SyncChoice extends WatchedSync, Omit<SyncEntry, 'refuse'> {
  readonly connect: () => void;
  /** Whether the browser lets the user choose a folder. */
  readonly hasPicker: boolean;
  /** Lets the user choose the folder in which devices meet. */
  readonly chooseFolder: () => void;
  /** A new token for the same repository. */
  readonly replaceToken: () => void;
  /** Opens an encrypted repository with the passphrase. */
  readonly unlock: () => void;
  readonly syncNow: () => void;
  readonly answer: (job: SyncJob, goOn: boolean) => void;
  readonly stop: (job: SyncJob) => void;
  readonly undo: (job: SyncJob) => void;
  readonly disconnect: () => void;
}

export interface SyncChoiceDependencies extends WatchedSyncDependencies {
  readonly write: (name: string, value: object) => Promise<void>;
  /** Within the user's gesture. */
  readonly requestAccess: (address: string) => Promise<boolean>;
  readonly seal: (token: string) => Promise<GitSetting['token']>;
  /** A key for a new library, which is kept. */
  readonly lock: (passphrase: string) => Promise<void>;
  /** Whether it opens the library that was met; its key is kept then. */
  readonly unlock: (passphrase: string) => Promise<boolean>;
  readonly hasPicker: boolean;
  /** Within the user's gesture; null where the user chose none. */
  readonly pickFolder: () => Promise<FileSystemDirectoryHandle | null>;
  /** Keeps the folder; what the user sees of it. */
  readonly takeFolder: (handle: FileSystemDirectoryHandle) => Promise<string>;
  /** Within the user's gesture. */
  readonly allowFolder: () => Promise<boolean>;
  /** All that is known of the remote, and the token's key. */
  readonly forget: () => Promise<void>;
  readonly send: typeof send;
  /** What this device is called before the user says otherwise. */
  readonly deviceName: () => string;
}

export function createSyncChoice(dependencies: SyncChoiceDependencies): SyncChoice {
  const { send, attempt, deviceName, write } = dependencies;
  const { refuse, ...entry } = createSyncEntry(deviceName());
  const { form, type } = entry;
  const watched = watchSync(dependencies, (status) => {
    if (form.peek().passphrase === '') return;
    // What was typed to encrypt it serves where another device did that before.
    if (status.code === 'sync/locked') attempt(unlock);
    else if (isUnderWay(status)) type(usedPassphrase);
  });

  /** Asks at once, since browsers ask only within the gesture. */
  const withAccess = (address: GitAddress, work: () => Promise<unknown>) => {
    const asked = dependencies.requestAccess(address.url);
    attempt(async () => {
      if (!(await asked)) {
        refuse('access');
        return;
      }
      await work();
      type(usedToken);
    });
  };

  const connect = (address: GitAddress | null, before: GitSetting | null) => {
    const wrong = wrongEntry(form.peek(), address, before === null);
    if (wrong !== null) refuse(wrong);
    else if (address !== null) {
      withAccess(address, async () => {
        await write(syncSettingName, await newSetting(dependencies, form.peek(), address, before));
        await send('syncNow', null);
      });
    }
  };

  const unlock = async () => {
    const before = watched.setting.peek();
    if (before?.carrier !== 'git') return;
    if (await dependencies.unlock(form.peek().passphrase)) {
      type(usedPassphrase);
      await write(syncSettingName, { ...before, isEncrypted: true } satisfies SyncSetting);
      await send('syncNow', null);
    } else refuse('passphrase-other');
  };

  return {
    ...watched,
    ...entry,
    connect: () => connect(parseGitAddress(form.peek().address), null),
    hasPicker: dependencies.hasPicker,
    chooseFolder: () => attempt(() => chooseFolder(dependencies, form.peek().device)),
    replaceToken: () => {
      const before = watched.setting.peek();
      if (before?.carrier === 'git') connect(addressOf(before), before);
    },
    unlock: () => attempt(unlock),
    syncNow: () => {
      const setting = watched.setting.peek();
      if (setting?.carrier === 'git') withAccess(addressOf(setting), () => send('syncNow', null));
      else if (setting?.carrier === 'folder') attempt(() => syncFolder(dependencies));
    },
    answer: ({ id }, goOn) => attempt(() => send('answerSync', { jobId: id, goOn })),
    stop: ({ id }) => attempt(() => send('pauseJob', { jobId: id })),
    undo: ({ id }) => attempt(() => send('undoSync', { jobId: id })),
    disconnect: () => attempt(() => disconnect(dependencies)),
  };
}

/** Of a new repository, or of the same one with another token. */
async function newSetting(
  { seal, lock }: SyncChoiceDependencies,
  { token, device, encrypts, passphrase }: SyncForm,
  { url, user }: GitAddress,
  before: GitSetting | null,
): Promise<GitSetting> {
  if (before === null && encrypts) await lock(passphrase);
  return {
    carrier: 'git',
    address: url,
    user,
    token: await seal(token.trim()),
    isEncrypted: before?.isEncrypted ?? encrypts,
    device: before?.device ?? { id: newDeviceId(), name: device.trim() },
  };
}

async function disconnect({ send, forget }: SyncChoiceDependencies): Promise<void> {
  await send('disconnectSync', null);
  await forget();
}

async function chooseFolder(
  { pickFolder, takeFolder, write, send }: SyncChoiceDependencies,
  deviceName: string,
): Promise<void> {
  const handle = await pickFolder();
  if (handle === null) return;
  const name = await takeFolder(handle);
  const device = { id: newDeviceId(), name: deviceName.trim() };
  await write(syncSettingName, { carrier: 'folder', name, device } satisfies SyncSetting);
  await send('syncNow', null);
}

/** The browser may have forgotten that it was allowed. */
async function syncFolder({ allowFolder, send }: SyncChoiceDependencies): Promise<void> {
  if (await allowFolder()) await send('syncNow', null);
}

function addressOf({ address, user }: GitSetting): GitAddress {
  return { url: address, host: new URL(address).host, user };
}

/** The repository was reached, and read where there was something. */
function isUnderWay({ code, syncedAt, needsUser }: SyncStatus): boolean {
  return code === null && (syncedAt !== null || needsUser);
}

/** Eight hexadecimal digits. */
function newDeviceId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(4)));
}
