import { Failure } from '../../core/failure.ts';
import { type LibraryLock, isSameLock } from '../../core/sync/library-lock.ts';
import type { SyncSetting } from '../../core/sync/sync-setting.ts';
import { nextStamp } from '../../core/sync/stamp.ts';
import { type Marker, markerBytes, readMarker } from '../../formats/repository/library-files.ts';
import { repositoryReadme } from '../../formats/repository/readme.ts';
import { markerPath, readmePath } from '../../formats/repository/repository-files.ts';
import type { Carrier } from './carrier.ts';

/** An encrypted library whose key is not here, and what it is locked with. */
export class LockedLibrary extends Failure {
  constructor(readonly lock: LibraryLock) {
    super('sync/locked');
  }
}

/**
 * Throws `sync/foreign` where this commit is no library's, `sync/newer-version` where it is too new to be read, LockedLibrary
 * where its key is not here, and `sync/readable` where it should be encrypted and is not.
 */
export async function requireLibrary(repository: Carrier, head: string): Promise<void> {
  const { encrypted } = repository;
  // The marker that lies open is anybody's to write: who has the key asks for the one that only a key wrote.
  const own = await markerAt(repository, head);
  if (own !== null && own.lock === null) return;
  const open = encrypted === undefined ? own : await markerAt(encrypted.outside, head);
  if (open === null) throw new Failure('sync/foreign', markerPath);
  if (open.lock === null) throw new Failure('sync/readable', markerPath);
  if (encrypted !== undefined && isSameLock(open.lock, encrypted.lock))
    throw new Failure('sync/foreign', markerPath);
  throw new LockedLibrary(open.lock);
}

/** The files that say what the repository is, where they are missing or do not name this device. */
export async function commonFiles(
  repository: Carrier,
  parent: string | null,
  { device }: SyncSetting,
  now: number,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const devices = (await markerAt(repository, parent))?.devices ?? new Map();
  const named = devices.get(device.id);
  if (named?.value !== device.name) {
    const entry = { value: device.name, ...nextStamp(now, named ?? null, device.id) };
    files.set(markerPath, markerBytes(new Map([...devices, [device.id, entry]])));
  }
  if (repository.encrypted === undefined && (await repository.find(parent, readmePath)) === null)
    files.set(readmePath, repositoryReadme);
  return files;
}

/** null where there is none. */
async function markerAt(
  repository: Pick<Carrier, 'find' | 'read'>,
  commit: string | null,
): Promise<Marker | null> {
  const blob = await repository.find(commit, markerPath);
  if (blob === null) return null;
  try {
    return readMarker(await repository.read(blob));
  } catch (error) {
    if (error instanceof Failure && error.code === 'import/newer-version')
      throw new Failure('sync/newer-version', error.detail, { cause: error });
    throw error;
  }
}
