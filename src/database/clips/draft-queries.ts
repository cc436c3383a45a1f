import type { Draft } from '../../core/clip/draft.ts';
import type { Database } from '../database.ts';

export async function draftOf(database: Database, urlKey: string): Promise<Draft | null> {
  return (await database.drafts.get(urlKey)) ?? null;
}
