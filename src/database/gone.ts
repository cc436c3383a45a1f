import type { Database } from './database.ts';

/**
 * Calls `tell` once where the browser deletes the database under its open connection, or closes it by force. Such a
 * connection is not opened anew by itself: it would be an empty library in the place of the user's.
 */
export function onGone(database: Database, tell: () => void): void {
  let over = false;
  const end = (told: boolean) => {
    if (over) return;
    over = true;
    database.close({ disableAutoOpen: true });
    if (told) tell();
  };
  database.on('versionchange', (event) => {
    // A later version asks for it: that is for the page that is loaded next.
    end(event.newVersion === null);
    return false;
  });
  database.on('close', () => end(true));
}
