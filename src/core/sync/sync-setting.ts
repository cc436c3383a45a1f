import { type FailureCode, isFailureCode } from '../failure.ts';
import { isTime } from '../time.ts';

/** Under these names the settings of sync and how it went last are kept: of this machine alone, in no backup. */
export const syncSettingName = 'sync';
export const syncStatusName = 'sync-status';

export type SyncSetting = GitSetting | FolderSetting;

interface DeviceSetting {
  readonly device: { readonly id: string; readonly name: string };
}

/** Devices meet in a Git repository. */
export interface GitSetting extends DeviceSetting {
  readonly carrier: 'git';
  /** The repository's address, without a name. */
  readonly address: string;
  readonly user: string;
  /** AES-GCM, in base64: src/git/sealed-token.ts. */
  readonly token: { readonly iv: string; readonly sealed: string };
  /** Nothing is sent that may be read there. The key is in a database: src/git/encryption/kept-key.ts. */
  readonly isEncrypted: boolean;
}

/** Devices meet in a folder that another program carries from one to the other. Its handle is in a database: no setting holds one. */
export interface FolderSetting extends DeviceSetting {
  readonly carrier: 'folder';
  /** As the user sees it. */
  readonly name: string;
}

/** How it stands, for the sign in the header and for the worker. Times are epoch ms. */
export interface SyncStatus {
  /** When library and repository were last the same. */
  readonly syncedAt: number | null;
  /** The last failure, until a sync comes to its end. */
  readonly code: FailureCode | null;
  /** Nothing goes on before the user did something. */
  readonly needsUser: boolean;
  /** Not to be tried before. */
  readonly retryAt: number;
  /** How often it failed one after the other. */
  readonly failures: number;
  /** The user wants it now. */
  readonly isAsked: boolean;
}

export const freshStatus: SyncStatus = {
  syncedAt: null,
  code: null,
  needsUser: false,
  retryAt: 0,
  failures: 0,
  isAsked: false,
};

/** null where sync is not set up. */
export function parseSyncSetting(value: unknown): SyncSetting | null {
  const { carrier = 'git', address, user, token, device, name: folder, isEncrypted } = fieldsOf(value);
  const { iv, sealed } = fieldsOf(token);
  const { id, name } = fieldsOf(device);
  if (!isText(id) || !isText(name)) return null;
  const own = { id, name };
  if (carrier === 'folder') return isText(folder) ? { carrier, name: folder, device: own } : null;
  const isWhole = isText(address) && isText(user) && isText(iv) && isText(sealed);
  if (!isWhole) return null;
  return {
    carrier: 'git',
    address,
    user,
    token: { iv, sealed },
    isEncrypted: isEncrypted === true,
    device: own,
  };
}

/** What the user knows the place by: the host, or the folder. */
export function placeName(setting: SyncSetting): string {
  return setting.carrier === 'git' ? (setting.address.split('/')[2] ?? '') : setting.name;
}

/** A fresh one where nothing was kept, or something else. */
export function parseSyncStatus(value: unknown): SyncStatus {
  const { syncedAt, code, needsUser, retryAt, failures, isAsked } = fieldsOf(value);
  return {
    syncedAt: isTime(syncedAt) ? syncedAt : null,
    code: isFailureCode(code) ? code : null,
    needsUser: needsUser === true,
    retryAt: isTime(retryAt) ? retryAt : 0,
    failures: isTime(failures) ? failures : 0,
    isAsked: isAsked === true,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Failures that pass by themselves. After any other the user has to do something. */
const passing: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'sync/unreachable',
  'sync/timeout',
  'sync/busy',
  'sync/server-error',
  'sync/contended',
  // What is here of the repository is dropped, and comes anew.
  'sync/damaged',
  'message/unanswered',
  'store/blocked',
  // A drive that is not plugged in, a file that another program holds, and one that is still being brought.
  'folder/gone',
  'folder/unwritable',
  'folder/restless',
]);

const firstPause = 60_000;
const longestPause = 30 * 60_000;

/** After a failure: when to try again, or that the user is needed. `retryAfter` is what the host asked for, in ms. */
export function failedStatus(
  before: SyncStatus,
  code: FailureCode,
  { now, retryAfter }: { readonly now: number; readonly retryAfter: number | null },
): SyncStatus {
  const failures = before.failures + 1;
  const pause = Math.min(firstPause * 2 ** (failures - 1), longestPause);
  return {
    ...before,
    code,
    needsUser: !passing.has(code),
    failures,
    isAsked: false,
    retryAt: now + Math.max(pause, retryAfter ?? 0),
  };
}

/** So long after a change nothing is sent: several changes become one commit. */
const restAfterChange = 30_000;
/** What others changed is looked for when the worker wakes and it has been so long. */
const looksAgainAfter = 15 * 60_000;

/**
 * How many ms until the next sync should begin: 0 for now, null for not before something happens. `touchedAt` is when
 * something was last done here, null for not since the worker started.
 */
export function nextSyncIn(
  { syncedAt, needsUser, retryAt, isAsked }: SyncStatus,
  { now, touchedAt }: { readonly now: number; readonly touchedAt: number | null },
): number | null {
  if (isAsked) return 0;
  if (needsUser) return null;
  // A clock that went back is no reason to wait for ever.
  const pause = retryAt - now;
  if (pause > 0 && pause <= longestWait) return pause;
  if (syncedAt === null || syncedAt > now || now - syncedAt >= looksAgainAfter) return 0;
  return touchedAt === null ? null : Math.max(0, touchedAt + restAfterChange - now);
}

const longestWait = 24 * 60 * 60_000;
