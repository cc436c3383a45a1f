import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import {
  type BackupReminder,
  countsFrom,
  isDue,
  parseBackupReminder,
} from '../../core/library/backup-reminder.ts';
import { parseLossMarker, lossMarkerName } from '../../core/library/loss-marker.ts';
import { clipsSavedAfter } from '../../database/clips/clip-queries.ts';
import { type AttemptDependencies, createAttempt } from '../../ui/attempt.ts';
import type { OpenStore } from '../store/open-store.ts';

/** All that the reminder needs of the world. */
export interface BackupLineDependencies extends AttemptDependencies {
  readonly settings: {
    readonly read: (name: string) => Promise<unknown>;
    readonly write: (name: string, value: object) => Promise<void>;
  };
  /** Epoch ms. */
  readonly now: () => number;
}

/** The quiet reminder of a backup. */
export interface BackupLine {
  /** How many clips are new since the last one, where that is enough to say so; else null. */
  readonly due: ReadonlySignal<number | null>;
  /** There was never one. */
  readonly first: ReadonlySignal<boolean>;
  readonly dismiss: () => void;
  /** The browser has begun an empty library in the place of ours. */
  readonly isLost: ReadonlySignal<boolean>;
  /** The user knows. */
  readonly forgetLoss: () => void;
  readonly load: () => void;
}

export function createBackupLine(
  dependencies: BackupLineDependencies,
  library: Pick<OpenStore, 'watch'>,
): BackupLine {
  const { settings, now, reportBug } = dependencies;
  const attempt = createAttempt(dependencies);
  const reminder = signal<BackupReminder | null>(null);
  const count = signal(0);
  const isLost = signal(false);
  effect(() => {
    const wanted = reminder.value;
    if (wanted === null || wanted.every === 0) return undefined;
    return library.watch(
      (database) => clipsSavedAfter(database, countsFrom(wanted)),
      (found) => {
        count.value = found;
      },
    );
  });
  return {
    due: computed(() => (reminder.value !== null && isDue(reminder.value, count.value) ? count.value : null)),
    first: computed(() => reminder.value?.backedUpAt === null),
    dismiss: () => {
      const before = reminder.peek();
      if (before === null) return;
      attempt(async () => {
        const changed = { ...before, dismissedAt: now() };
        await settings.write('backup', changed);
        reminder.value = changed;
        count.value = 0;
      });
    },
    isLost,
    forgetLoss: () =>
      attempt(async () => {
        await settings.write(lossMarkerName, parseLossMarker(null));
        isLost.value = false;
      }),
    load: () => {
      settings
        .read('backup')
        .then((value) => (reminder.value = parseBackupReminder(value)))
        .catch(reportBug);
      settings
        .read(lossMarkerName)
        .then((value) => (isLost.value = parseLossMarker(value).lostAt !== null))
        .catch(reportBug);
    },
  };
}
