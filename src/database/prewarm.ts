import { currentVersion } from './schema.ts';

export const databaseName = 'clipshelf';
/** As IndexedDB counts: Dexie multiplies its version numbers by ten. */
export const nativeVersion = currentVersion * 10;

interface Opening {
  readonly name: string;
  readonly request: IDBOpenDBRequest;
  taken: boolean;
}

declare global {
  /** What a page has begun: the script that begins and the one that adopts share no module. */
  var databaseOpening: Opening | undefined;
}

/**
 * Asks for the database before the code that reads it is there: the browser, which takes longest over the first opening
 * after its start, does it meanwhile. It makes and changes nothing by itself: a database that is not there in this version
 * stays as it is, and an open connection gives way to a later version, until `adoptPrewarmed` takes it.
 */
export function prewarm(name = databaseName): void {
  const request = indexedDB.open(name, nativeVersion);
  const opening: Opening = { name, request, taken: false };
  globalThis.databaseOpening = opening;
  const giveUp = (): void => {
    if (globalThis.databaseOpening === opening) globalThis.databaseOpening = undefined;
  };
  request.addEventListener('upgradeneeded', () => {
    if (!opening.taken) request.transaction?.abort();
  });
  for (const event of ['blocked', 'upgradeneeded', 'error']) request.addEventListener(event, giveUp);
  request.addEventListener('success', () => {
    const { result } = request;
    result.addEventListener('versionchange', () => {
      if (opening.taken) return;
      result.close();
      giveUp();
    });
  });
}

/** The request for this database and version, for one caller, who hears of its success; null where there is none. */
export function adoptPrewarmed(name: string, version: number): IDBOpenDBRequest | null {
  const opening = globalThis.databaseOpening;
  if (opening?.name !== name || version !== nativeVersion) return null;
  globalThis.databaseOpening = undefined;
  opening.taken = true;
  const { request } = opening;
  // What has succeeded before its caller could listen says so once more.
  if (request.readyState === 'done') queueMicrotask(() => request.dispatchEvent(new Event('success')));
  return request;
}
