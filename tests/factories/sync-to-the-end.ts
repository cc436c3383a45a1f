import { checkLibrary } from '../../src/database/check-library.ts';
import { differingClipIds, unsentClipIds } from '../../src/database/sync/sync-queries.ts';
import type { SyncingDevice } from './syncing-device.ts';

/** What all devices have once each has heard of all the others. */
interface Ended {
  readonly libraries: readonly Awaited<ReturnType<SyncingDevice['library']>>[];
  /** Clips that some device still has to send. */
  readonly unsent: readonly string[];
  readonly problems: readonly unknown[];
}

export async function syncToTheEnd(devices: readonly SyncingDevice[]): Promise<Ended> {
  for (let pass = 0; pass < 3; pass += 1) for (const device of devices) await device.sync();
  const databases = devices.map(({ database }) => database);
  return {
    libraries: await Promise.all(devices.map((device) => device.library())),
    unsent: (await Promise.all([...databases.map(unsentClipIds), ...databases.map(differingClipIds)])).flat(),
    problems: (await Promise.all(databases.map(checkLibrary))).flatMap(({ problems }) => problems),
  };
}
