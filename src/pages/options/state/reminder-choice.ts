import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type BackupReminder,
  parseBackupReminder,
  usualReminder,
} from '../../../core/library/backup-reminder.ts';

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
  readonly reportBug: (error: unknown) => void;
}

export function createReminderChoice({ read, write, now, reportBug }: ReminderDependencies): ReminderChoice {
  const current = signal(usualReminder);
  // Read anew: the popup writes it too.
  const change = (part: Partial<BackupReminder>) =>
    void read()
      .then((value) => {
        current.value = { ...parseBackupReminder(value), ...part };
        return write(current.peek());
      })
      .catch(reportBug);
  return {
    current,
    remindEvery: (clips) => change({ every: clips }),
    backedUp: () => change({ backedUpAt: now() }),
    start: () =>
      void read()
        .then((value) => (current.value = parseBackupReminder(value)))
        .catch(reportBug),
  };
}
