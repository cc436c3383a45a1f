import { currentVersion } from './schema.ts';

export const databaseName = 'clipshelf';
/** As IndexedDB counts: Dexie multiplies its version numbers by ten. */
export const nativeVersion = currentVersion * 10;

interface Opening {
  readonly name: string;
  readonly request: IDBOpenDBRequest;
  taken: boolean;
}

let early: Opening | null = null;

/**
 * Asks for the database before the code that reads it is there: the browser, which takes longest over the first opening
 * after its start, does it meanwhile. The request goes to the first `adoptPrewarmed` of the same task (no event of a
 * request comes before its end). Where the code comes later (the popup's, a second file), it has warmed the store, and is
 * given up: its connection is closed, and a database that it would have made or changed stays as it is.
 */
export function prewarm(name = databaseName): void {
  const request = indexedDB.open(name, nativeVersion);
  const opening: Opening = { name, request, taken: false };
  early = opening;
  const giveUp = (): void => {
    if (early === opening) early = null;
  };
  request.addEventListener('upgradeneeded', () => {
    if (!opening.taken) request.transaction?.abort();
  });
  request.addEventListener('success', () => {
    if (!opening.taken) request.result.close();
  });
  for (const event of ['blocked', 'upgradeneeded', 'success', 'error'])
    request.addEventListener(event, giveUp);
}

/** The request under way for this database and version, for one caller; null where there is none. */
export function adoptPrewarmed(name: string, version: number): IDBOpenDBRequest | null {
  if (early?.name !== name || version !== nativeVersion) return null;
  const { request } = early;
  early.taken = true;
  early = null;
  return request;
}
