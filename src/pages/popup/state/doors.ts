import { type ReadonlySignal, signal } from '@preact/signals';
import { createAttempt } from '../../../ui/attempt.ts';
import type { PopupDependencies } from './dependencies.ts';
import { readerPath } from './clip-list.ts';

/** The ways out of the popup, and the keys that lead into it. */
export interface Doors {
  readonly openJob: (jobId: string) => void;
  /** The store with what this job clipped. */
  readonly showClipped: (jobId: string) => void;
  readonly openClip: (clipId: string) => void;
  /** The clip with what its last update changed. */
  readonly openChanges: (clipId: string) => void;
  readonly openSettings: () => void;
  readonly openBackup: () => void;
  /** The keys that open the popup, as the browser writes them; empty where there are none, null until it has said. */
  readonly keys: ReadonlySignal<string | null>;
  readonly changeKeys: () => void;
}

export function createDoors(dependencies: PopupDependencies): Doors {
  const { openPage, openShortcutSettings } = dependencies;
  const attempt = createAttempt(dependencies);
  return {
    openJob: (jobId) => openPage(`pages/jobs/index.html#${jobId}`),
    showClipped: (jobId) => openPage(`pages/library/index.html?job=${encodeURIComponent(jobId)}`),
    openClip: (clipId) => openPage(readerPath(clipId)),
    openChanges: (clipId) => openPage(`${readerPath(clipId)}&show=changes`),
    openSettings: () => openPage('pages/options/index.html'),
    openBackup: () => openPage('pages/options/index.html#transfer'),
    keys: readKeys(dependencies),
    changeKeys: () => attempt(openShortcutSettings),
  };
}

function readKeys({ shortcuts, reportBug }: PopupDependencies): ReadonlySignal<string | null> {
  const keys = signal<string | null>(null);
  const read = async () => {
    const all = await shortcuts();
    keys.value = all.find(({ name }) => name === '_execute_action')?.keys ?? '';
  };
  read().catch(reportBug);
  return keys;
}
