import { type ReadonlySignal, signal } from '@preact/signals';
import type { GitAddress } from '../../../core/sync/git-hosts.ts';
import { isLongEnough } from '../../../core/sync/library-lock.ts';
import type { SyncSetting } from '../../../core/sync/sync-setting.ts';

/** What the user typed to set sync up. */
export interface SyncForm {
  readonly through: SyncSetting['carrier'];
  readonly address: string;
  readonly token: string;
  readonly device: string;
  /** Nobody but the devices of a new repository is to read it. */
  readonly encrypts: boolean;
  readonly passphrase: string;
  /** The same once more. */
  readonly again: string;
}

/** What of it is missing or wrong. */
export type WrongSyncEntry =
  'address' | 'token' | 'access' | 'passphrase-short' | 'passphrase-differs' | 'passphrase-other';

export interface SyncEntry {
  readonly form: ReadonlySignal<SyncForm>;
  /** What the form says where, once the user wanted to go on, an entry is missing or wrong. */
  readonly wrong: ReadonlySignal<WrongSyncEntry | null>;
  readonly type: (changes: Partial<SyncForm>) => void;
  readonly refuse: (wrong: WrongSyncEntry) => void;
}

/** What served is not shown again. */
export const usedToken = { token: '' } as const;
export const usedPassphrase = { encrypts: false, passphrase: '', again: '' } as const;

export function createSyncEntry(deviceName: string): SyncEntry {
  const form = signal<SyncForm>({
    through: 'git',
    address: '',
    token: '',
    device: deviceName,
    ...usedPassphrase,
  });
  const wrong = signal<WrongSyncEntry | null>(null);
  return {
    form,
    wrong,
    type: (changes) => {
      wrong.value = null;
      form.value = { ...form.peek(), ...changes };
    },
    refuse: (entry) => (wrong.value = entry),
  };
}

/** What stands in the way of going on with this address; null where nothing does. A passphrase is for a new repository. */
export function wrongEntry(
  { token, encrypts, passphrase, again }: SyncForm,
  address: GitAddress | null,
  isNew: boolean,
): WrongSyncEntry | null {
  if (address === null) return 'address';
  if (token.trim() === '') return 'token';
  if (!isNew || !encrypts) return null;
  if (!isLongEnough(passphrase)) return 'passphrase-short';
  return passphrase === again ? null : 'passphrase-differs';
}
