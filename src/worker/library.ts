import type { ImageSettings } from '../core/image/image-settings.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { onGone } from '../database/gone.ts';

/** Keeps the pictures of clips: see images/image-keeper.ts. */
export interface ImageKeeping {
  readonly settings: () => Promise<ImageSettings>;
  /** Looks for pictures to get, now: after a clip was stored, and whenever the worker starts. */
  readonly wake: () => void;
}

export interface Library {
  /** The open database. A failed opening is not remembered: the next call tries again. */
  database(): Promise<Database>;
  /** Looks for new clips that rules have not seen. Missing where rules are nobody's business. */
  readonly wakeRules?: () => void;
  /** Missing where pictures are nobody's business. */
  readonly images?: ImageKeeping;
}

/** One connection for the worker's short life, opened when the first command needs it. `whenGone` hears that it was deleted. */
export function createLibrary(
  open: () => Promise<Database> = openDatabase,
  whenGone: () => void = () => undefined,
): Library {
  let opening: Promise<Database> | null = null;
  return {
    database() {
      opening ??= open().then(
        (database) => {
          // Another context upgrades or deletes the database: let it, and open anew for the next command.
          database.on('close', () => (opening = null));
          onGone(database, whenGone);
          return database;
        },
        (error: unknown) => {
          opening = null;
          throw error;
        },
      );
      return opening;
    },
  };
}
