import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type BackupReminder,
  parseBackupReminder,
  usualReminder,
} from '../../../core/library/backup-reminder.ts';
import type { Attempt } from '../../../ui/attempt.ts';

/** When a backup is reminded of, and when there was one. */
export interface ReminderChoice {
  readonly current: ReadonlySignal<BackupReminder>;
  readonly remindEvery: (clips: number) => void;
  readonly backedUp: () => void;
  readonly start: () => void;
}

export interface ReminderDependencies {
  readonly read: () => Promise<unknown>;
  readonly write: (reminder: BackupReminder) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly attempt: Attempt;
}

export function createReminderChoice({ read, write, now, attempt }: ReminderDependencies): ReminderChoice {
  const current = signal(usualReminder);
  // Read anew: the popup writes it too.
  const change = (part: Partial<BackupReminder>) =>
    attempt(async () => {
      const changed = { ...parseBackupReminder(await read()), ...part };
      await write(changed);
      current.value = changed;
    });
  return {
    current,
    remindEvery: (clips) => change({ every: clips }),
    backedUp: () => change({ backedUpAt: now() }),
    start: () =>
      attempt(async () => {
        current.value = parseBackupReminder(await read());
      }),
  };
}
