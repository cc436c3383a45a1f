import type { Article } from '../../core/clip/article.ts';
import { bodyFromArticle, clipContent } from '../../core/clip/clip-from-article.ts';
import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { recordChanges } from '../change-writes.ts';
import { indexClip } from '../search/clip-index.ts';
import { clipOfPage } from '../clips/clip-queries.ts';
import type { Database } from '../database.ts';
import { keepTags } from '../tags/tag-writes.ts';
import { write } from '../write.ts';

/** What a file of another tool says of a page. Times are epoch ms. */
export interface ImportedArticle {
  readonly article: Article;
  readonly tags: readonly Tag[];
  readonly note: string;
  readonly savedAt: number | null;
  readonly readAt: number | null;
  readonly starred: boolean;
}

/**
 * Takes over pages from a file, in one transaction. A page that is there keeps its text, unless it has none and the file
 * does; it gets the tags of both, and keeps its note. Returns which were new.
 */
export async function importArticles(
  database: Database,
  imported: readonly ImportedArticle[],
  { newIds, now }: { newIds: readonly ClipId[]; now: number },
): Promise<('added' | 'merged')[]> {
  return await write(database, 'save', async () => {
    const outcomes: ('added' | 'merged')[] = [];
    for (const [index, each] of imported.entries()) {
      outcomes.push(await importArticle(database, each, newIds[index] ?? '', now));
    }
    return outcomes;
  });
}

async function importArticle(
  database: Database,
  { article, tags, note, savedAt, readAt, starred }: ImportedArticle,
  newId: ClipId,
  now: number,
): Promise<'added' | 'merged'> {
  const key = urlKey(article.url, article.canonicalUrl);
  const there = await clipOfPage(database, [key]);
  const keys = tags.map((tag) => tag.key);
  const id = there?.id ?? newId;
  const body = (await database.bodies.get(id)) ?? null;
  const takesText = body === null || (body.html === '' && article.html !== '');
  const clip: Clip = {
    ...(there ?? {
      id,
      urlKey: key,
      note: '',
      savedAt: savedAt ?? now,
      updatedAt: savedAt ?? now,
      readAt,
      starred,
      trashedAt: null,
      tags: [],
      ...clipContent(article),
    }),
    ...(takesText ? clipContent(article) : {}),
  };
  const merged: Clip = {
    ...clip,
    note: clip.note || note,
    readAt: clip.readAt ?? readAt,
    starred: clip.starred || starred,
    tags: [...new Set([...clip.tags, ...keys])],
  };
  const nextBody = takesText ? bodyFromArticle(id, article) : body;
  await database.clips.put(merged);
  await database.bodies.put(nextBody);
  await keepTags(database, tags, now);
  await indexClip(merged, nextBody);
  await recordChanges(database, [id], 'put', now);
  return there === null ? 'added' : 'merged';
}
