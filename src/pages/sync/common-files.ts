import { Failure } from '../../core/failure.ts';
import type { SyncSetting } from '../../core/sync/sync-setting.ts';
import { nextStamp } from '../../core/sync/stamp.ts';
import { markerBytes, readMarker } from '../../formats/repository/library-files.ts';
import { repositoryReadme } from '../../formats/repository/readme.ts';
import { markerPath, readmePath } from '../../formats/repository/repository-files.ts';
import type { Carrier } from './carrier.ts';

/** Throws `sync/foreign` where this commit is no library's, and `sync/newer-version` where it is too new to be read. */
export async function requireLibrary(repository: Carrier, head: string): Promise<void> {
  const blob = await repository.find(head, markerPath);
  if (blob === null) throw new Failure('sync/foreign', markerPath);
  if (parseMarker(await repository.read(blob)) === null) throw new Failure('sync/foreign', markerPath);
}

/** The files that say what the repository is, where they are missing or do not name this device. */
export async function commonFiles(
  repository: Carrier,
  parent: string | null,
  { device }: SyncSetting,
  now: number,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const blob = await repository.find(parent, markerPath);
  const devices =
    blob === null ? new Map() : (parseMarker(await repository.read(blob))?.devices ?? new Map());
  const named = devices.get(device.id);
  if (named?.value !== device.name) {
    const entry = { value: device.name, ...nextStamp(now, named ?? null, device.id) };
    files.set(markerPath, markerBytes(new Map([...devices, [device.id, entry]])));
  }
  if ((await repository.find(parent, readmePath)) === null) files.set(readmePath, repositoryReadme);
  return files;
}

function parseMarker(bytes: Uint8Array) {
  try {
    return readMarker(bytes);
  } catch (error) {
    if (error instanceof Failure && error.code === 'import/newer-version')
      throw new Failure('sync/newer-version', error.detail, { cause: error });
    throw error;
  }
}
