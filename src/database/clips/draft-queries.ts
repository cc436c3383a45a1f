import type { Draft } from '../../core/clip/draft.ts';
import type { Database } from '../database.ts';

/** What was typed about a page that is not clipped yet; null where nothing was. */
export async function draftOf(database: Database, urlKey: string): Promise<Draft | null> {
  return (await database.drafts.get(urlKey)) ?? null;
}
