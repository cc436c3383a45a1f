import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type ChosenFolder,
  type FolderRecord,
  type FolderState,
  chooseFolder,
  retryFolder,
  stopFolder,
} from '../../../database/transfer/folder-record.ts';
import type { live } from '../../../database/live.ts';
import type { Attempt } from '../../../ui/attempt.ts';

/** The folder that clips are written into as they change. */
export interface FolderChoice {
  /** Whether the browser lets us. */
  readonly hasPicker: boolean;
  /** null where there is none, or it was stopped. */
  readonly chosen: ReadonlySignal<ChosenFolder | null>;
  readonly state: ReadonlySignal<FolderState | null>;
  readonly choose: () => void;
  /** Asks the browser, then tries again. */
  readonly retry: () => void;
  readonly stop: () => void;
  readonly start: () => void;
}

export interface FolderChoiceDependencies {
  readonly hasPicker: boolean;
  /** Both within the user's gesture. */
  readonly pick: () => Promise<FileSystemDirectoryHandle | null>;
  readonly askToWrite: (handle: FileSystemDirectoryHandle) => Promise<boolean>;
  readonly openRecord: () => Promise<FolderRecord>;
  /** Whether the user has chosen one: only then is the record opened. */
  readonly isChosen: () => Promise<boolean>;
  readonly keepChosen: (isChosen: boolean) => Promise<void>;
  readonly live: typeof live;
  /** Epoch ms. */
  readonly now: () => number;
  readonly attempt: Attempt;
  /** Says what failed. */
  readonly fail: (error: unknown) => void;
}

export function createFolderChoice(parts: FolderChoiceDependencies): FolderChoice {
  const { hasPicker, pick, askToWrite, openRecord, isChosen, keepChosen, live, now, attempt, fail } = parts;
  const chosen = signal<ChosenFolder | null>(null);
  const state = signal<FolderState | null>(null);
  let opened: Promise<FolderRecord> | null = null;
  const open = () =>
    (opened ??= openRecord()
      .then(watch)
      .catch((error: unknown) => {
        // The next press tries again.
        opened = null;
        throw error;
      }));
  const watch = (record: FolderRecord) => {
    live(
      () => Promise.all([record.folder.get('folder'), record.state.get('state')]),
      ([folder, found]) => {
        chosen.value = folder?.active === true ? folder : null;
        state.value = found ?? null;
      },
      fail,
    );
    return record;
  };
  return {
    hasPicker,
    chosen,
    state,
    choose: () =>
      attempt(async () => {
        const handle = await pick();
        if (handle === null) return;
        await chooseFolder(await open(), handle, now());
        await keepChosen(true);
      }),
    retry: () =>
      attempt(async () => {
        const folder = chosen.peek();
        // At once: the browser asks only within the gesture.
        if (folder !== null && (await askToWrite(folder.handle))) await retryFolder(await open(), now());
      }),
    stop: () =>
      attempt(async () => {
        await stopFolder(await open());
        await keepChosen(false);
      }),
    start: () => {
      if (!hasPicker) return;
      attempt(async () => {
        if (await isChosen()) await open();
      });
    },
  };
}
