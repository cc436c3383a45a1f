import { currentVersion } from './schema.ts';

export const databaseName = 'clipshelf';
/** As IndexedDB counts: Dexie multiplies its version numbers by ten. */
export const nativeVersion = currentVersion * 10;

let early: { readonly name: string; readonly request: IDBOpenDBRequest } | null = null;

/**
 * Asks for the database before the code that reads it is evaluated: the browser opens it meanwhile. The request goes to
 * the first `takeEarlyOpening` of the same task (no event of a request comes before its end). One that nobody took in
 * time is given up: its connection is closed, and a database that it would have made empty is not made.
 */
export function beginOpening(name = databaseName): void {
  const request = indexedDB.open(name, nativeVersion);
  const one = { name, request };
  early = one;
  const isTaken = (): boolean => {
    if (early !== one) return true;
    early = null;
    return false;
  };
  request.addEventListener('upgradeneeded', () => {
    if (!isTaken()) request.transaction?.abort();
  });
  request.addEventListener('blocked', isTaken);
  request.addEventListener('error', isTaken);
  request.addEventListener('success', () => {
    if (!isTaken()) request.result.close();
  });
}

/** The request under way for this database and version, for one caller; null where there is none. */
export function takeEarlyOpening(name: string, version: number): IDBOpenDBRequest | null {
  if (early?.name !== name || version !== nativeVersion) return null;
  const { request } = early;
  early = null;
  return request;
}
