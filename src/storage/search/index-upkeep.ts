import { maintainStep } from '../../search/maintain.ts';
import type { Database } from '../database.ts';

/** Brings the index into shape, one small transaction after the other, until nothing is left to do. */
export async function maintainIndex(database: Database): Promise<void> {
  for (;;) {
    const { done } = await maintainStep(database.backendDB());
    if (done) return;
  }
}
