import type { Clip } from '../../core/clip/clip.ts';
import type { Database } from '../database.ts';

/** The article that the user read last and did not finish; null for none. */
export async function lastBegun(database: Database): Promise<Clip | null> {
  const begun = database.clips.orderBy('reading.at').reverse();
  return (
    (await begun.filter(({ trashedAt, readAt }) => trashedAt === null && readAt === null).first()) ?? null
  );
}
