import { maintainStep } from '../../search/index/maintain.ts';
import { hasDiskSpace, reserves } from '../../disk/disk-space.ts';
import type { Database } from '../database.ts';

/** Brings the index into shape, one small transaction after the other, until nothing is left to do or room gets short. */
export async function maintainIndex(database: Database): Promise<void> {
  while (await hasDiskSpace(database, reserves.text)) {
    const { done } = await maintainStep(database.backendDB());
    if (done) return;
  }
}
