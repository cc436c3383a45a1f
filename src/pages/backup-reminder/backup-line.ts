import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import {
  type BackupReminder,
  countsFrom,
  isDue,
  parseBackupReminder,
} from '../../core/library/backup-reminder.ts';
import { parseLossMarker, lossMarkerName } from '../../core/library/loss-marker.ts';
import { clipsSavedAfter } from '../../database/clips/clip-queries.ts';
import type { OpenStore } from '../store/open-store.ts';

/** All that the reminder needs of the world. */
export interface BackupLineDependencies {
  readonly settings: {
    readonly read: (name: string) => Promise<unknown>;
    readonly write: (name: string, value: object) => Promise<void>;
  };
  /** Epoch ms. */
  readonly now: () => number;
  readonly reportBug: (error: unknown) => void;
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
  /** The reader knows. */
  readonly forgetLoss: () => void;
  readonly load: () => void;
}

export function createBackupLine(
  { settings, now, reportBug }: BackupLineDependencies,
  library: Pick<OpenStore, 'watch'>,
): BackupLine {
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
      reminder.value = { ...before, dismissedAt: now() };
      count.value = 0;
      settings.write('backup', reminder.value).catch(reportBug);
    },
    isLost,
    forgetLoss: () => {
      isLost.value = false;
      settings.write(lossMarkerName, parseLossMarker(null)).catch(reportBug);
    },
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
