import { Dexie } from 'dexie';
import { Failure } from '../core/failure.ts';
import { reserves, diskSpaceLeft } from '../disk/disk-space.ts';

/**
 * What a failed database operation means, from the error's name (and the inner one's, since Dexie wraps aborts):
 * `store/*`.
 */
export function storeFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const names = errorNames(error);
  const detail = String(error);
  if (names.includes('QuotaExceededError')) return new Failure('store/full', detail, { cause: error });
  if (names.includes('VersionError')) return new Failure('store/newer-version', detail, { cause: error });
  return new Failure('store/unavailable', detail, { cause: error });
}

/** The same, where a disk that is full is asked about: browsers give its errors other names. */
export async function storeFailureNow(error: unknown): Promise<Failure> {
  const failure = storeFailure(error);
  if (failure.code !== 'store/unavailable' || (await diskSpaceLeft()) >= reserves.small) return failure;
  return new Failure('store/full', failure.detail, { cause: error });
}

/** True for errors of the database itself; anything else that reaches a writer is a defect of ours. */
export function isStoreError(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException;
}

function errorNames(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : [];
  const inner = 'inner' in error ? errorNames(error.inner) : [];
  return [...name, ...inner];
}
