/** When the user is reminded of a backup. */
export interface BackupReminder {
  /** Last backup, epoch ms; null where there was none. */
  readonly backedUpAt: number | null;
  /** When the user last waved the reminder away; the count starts anew from there. */
  readonly dismissedAt: number | null;
  /** After so many new clips; 0 for never. */
  readonly every: number;
}

export const reminderChoices: readonly number[] = [50, 200, 1000, 0];

export const usualReminder: BackupReminder = { backedUpAt: null, dismissedAt: null, every: 50 };

/** What was kept, or the usual where it was not, or was something else. */
export function parseBackupReminder(value: unknown): BackupReminder {
  if (typeof value !== 'object' || value === null) return usualReminder;
  const time = (key: string) => {
    const found: unknown = Reflect.get(value, key);
    return typeof found === 'number' && Number.isFinite(found) ? found : null;
  };
  const every = time('every');
  return {
    backedUpAt: time('backedUpAt'),
    dismissedAt: time('dismissedAt'),
    every: every !== null && reminderChoices.includes(every) ? every : usualReminder.every,
  };
}

/** New clips are counted from here (epoch ms). */
export function countsFrom({ backedUpAt, dismissedAt }: BackupReminder): number {
  return Math.max(backedUpAt ?? 0, dismissedAt ?? 0);
}

/** Whether the reminder is to be shown. `newClips`: clips since the last backup. */
export function isDue({ every }: BackupReminder, newClips: number): boolean {
  return every > 0 && newClips >= every;
}
