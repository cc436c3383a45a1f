import { type ReadonlySignal, batch, signal } from '@preact/signals';
import { type GitAddress, parseGitAddress } from '../../../core/sync/git-hosts.ts';
import {
  type GitSetting,
  type SyncSetting,
  type SyncStatus,
  freshStatus,
  parseSyncSetting,
  parseSyncStatus,
  syncSettingName,
  syncStatusName,
} from '../../../core/sync/sync-setting.ts';
import type { Database } from '../../../database/database.ts';
import { type SyncJob, syncJobs } from '../../../database/jobs/sync-job-queries.ts';
import type { live } from '../../../database/live.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { Attempt } from '../../../ui/attempt.ts';

/** What the user typed to set sync up. */
export interface SyncForm {
  readonly through: SyncSetting['carrier'];
  readonly address: string;
  readonly token: string;
  readonly device: string;
}

/** The user's repository: set up, watched, and left. */
export interface SyncChoice {
  /** undefined until it is known; null where sync is not set up. */
  readonly setting: ReadonlySignal<SyncSetting | null | undefined>;
  readonly status: ReadonlySignal<SyncStatus>;
  /** Newest first. */
  readonly jobs: ReadonlySignal<readonly SyncJob[]>;
  readonly form: ReadonlySignal<SyncForm>;
  /** What the form says where, once the user wanted to go on, an entry is missing or wrong. */
  readonly wrong: ReadonlySignal<'address' | 'token' | 'access' | null>;
  readonly type: (changes: Partial<SyncForm>) => void;
  readonly connect: () => void;
  /** Whether the browser lets the user choose a folder. */
  readonly hasPicker: boolean;
  /** Lets the user choose the folder in which devices meet. */
  readonly chooseFolder: () => void;
  /** A new token for the same repository. */
  readonly replaceToken: () => void;
  readonly syncNow: () => void;
  readonly answer: (job: SyncJob, goOn: boolean) => void;
  readonly stop: (job: SyncJob) => void;
  readonly undo: (job: SyncJob) => void;
  readonly disconnect: () => void;
  readonly start: () => void;
}

export interface SyncChoiceDependencies {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: object) => Promise<void>;
  readonly watch: (name: string, onChange: (value: unknown) => void) => void;
  /** Within the user's gesture. */
  readonly requestAccess: (address: string) => Promise<boolean>;
  readonly seal: (token: string) => Promise<GitSetting['token']>;
  readonly hasPicker: boolean;
  /** Within the user's gesture; null where the user chose none. */
  readonly pickFolder: () => Promise<FileSystemDirectoryHandle | null>;
  /** Keeps the folder; what the user sees of it. */
  readonly takeFolder: (handle: FileSystemDirectoryHandle) => Promise<string>;
  /** Within the user's gesture. */
  readonly allowFolder: () => Promise<boolean>;
  /** All that is known of the remote, and the token's key. */
  readonly forget: () => Promise<void>;
  readonly openDatabase: () => Promise<Database>;
  readonly live: typeof live;
  readonly send: typeof send;
  /** What this device is called before the user says otherwise. */
  readonly deviceName: () => string;
  readonly attempt: Attempt;
  readonly fail: (error: unknown) => void;
}

export function createSyncChoice(dependencies: SyncChoiceDependencies): SyncChoice {
  const { send, attempt, deviceName } = dependencies;
  const watched = watchSync(dependencies);
  const form = signal<SyncForm>({ through: 'git', address: '', token: '', device: deviceName() });
  const wrong = signal<'address' | 'token' | 'access' | null>(null);

  /** Asks at once, since browsers ask only within the gesture. */
  const withAccess = (address: GitAddress, work: () => Promise<unknown>) => {
    const asked = dependencies.requestAccess(address.url);
    attempt(async () => {
      if (!(await asked)) {
        wrong.value = 'access';
        return;
      }
      await work();
      batch(() => {
        wrong.value = null;
        form.value = { ...form.peek(), token: '' };
      });
    });
  };

  const connect = (address: GitAddress | null, before: GitSetting | null) => {
    const { token, device } = form.peek();
    if (address === null) wrong.value = 'address';
    else if (token.trim() === '') wrong.value = 'token';
    else {
      withAccess(address, async () => {
        const setting: SyncSetting = {
          carrier: 'git',
          address: address.url,
          user: address.user,
          token: await dependencies.seal(token.trim()),
          device: before?.device ?? { id: newDeviceId(), name: device.trim() },
        };
        await dependencies.write(syncSettingName, setting);
        await send('syncNow', null);
      });
    }
  };

  return {
    ...watched,
    form,
    wrong,
    type: (changes) => {
      wrong.value = null;
      form.value = { ...form.peek(), ...changes };
    },
    connect: () => connect(parseGitAddress(form.peek().address), null),
    hasPicker: dependencies.hasPicker,
    chooseFolder: () => attempt(() => chooseFolder(dependencies, form.peek().device)),
    replaceToken: () => {
      const before = watched.setting.peek();
      if (before?.carrier === 'git') connect(addressOf(before), before);
    },
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

/** What is set up, how it stands, and the syncs that were. */
function watchSync({
  read,
  watch,
  openDatabase,
  live,
  attempt,
  fail,
}: SyncChoiceDependencies): Pick<SyncChoice, 'setting' | 'status' | 'jobs' | 'start'> {
  const setting = signal<SyncSetting | null | undefined>(undefined);
  const status = signal<SyncStatus>(freshStatus);
  const jobs = signal<readonly SyncJob[]>([]);
  const showSetting = (value: unknown) => (setting.value = parseSyncSetting(value));
  const showStatus = (value: unknown) => (status.value = parseSyncStatus(value));
  return {
    setting,
    status,
    jobs,
    start: () => {
      watch(syncSettingName, showSetting);
      watch(syncStatusName, showStatus);
      attempt(async () => {
        showSetting(await read(syncSettingName));
        showStatus(await read(syncStatusName));
        const database = await openDatabase();
        live(
          () => syncJobs(database),
          (found) => (jobs.value = found),
          fail,
        );
      });
    },
  };
}

/** Eight hexadecimal digits. */
function newDeviceId(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(16).padStart(8, '0');
}
