import type { ClipBody } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Database } from '../database.ts';
import { highlightsOf } from './highlight-queries.ts';

export interface ClipHighlights {
  readonly body: ClipBody;
  readonly highlights: readonly Highlight[];
}

/** What is highlighted of a page, by its keys: in its clip, and in the clips of passages of it. Not from the trash. */
export async function highlightsOfPage(
  database: Database,
  urlKeys: readonly string[],
): Promise<readonly ClipHighlights[]> {
  const passages = await Promise.all(
    urlKeys.map((key) => database.clips.where('urlKey').startsWith(`${key}#:~:text=`).toArray()),
  );
  const own = await database.clips
    .where('urlKey')
    .anyOf([...urlKeys])
    .toArray();
  const marked: ClipHighlights[] = [];
  for (const { id, trashedAt, highlights: count = 0 } of [...own, ...passages.flat()]) {
    const body = trashedAt === null && count > 0 ? await database.bodies.get(id) : undefined;
    if (body !== undefined) marked.push({ body, highlights: await highlightsOf(database, id) });
  }
  return marked;
}
