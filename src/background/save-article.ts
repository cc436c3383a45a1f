import { fromBase64 } from '../domain/base64.ts';
import { parseArticle } from '../domain/clip/extraction.ts';
import { parseTags } from '../domain/tag/tag.ts';
import type { SaveArticleInput, SaveResult } from '../messages/contract.ts';
import { saveClip } from '../storage/clip-writes.ts';
import type { Shelf } from './shelf.ts';

/** Stores what was extracted. The article has been through a hostile page, so it is parsed here, whoever sends it. */
export async function saveArticle(shelf: Shelf, input: SaveArticleInput): Promise<SaveResult> {
  const article = parseArticle(input.article);
  const keep = (await shelf.images?.settings())?.keep ?? 'none';
  const saved = await saveClip(
    await shelf.database(),
    {
      article,
      tags: input.tags === null ? null : parseTags(input.tags),
      note: input.note,
      source: input.source === null || input.source === undefined ? null : fromBase64(input.source),
      images:
        keep === 'none' ? null : { urls: article.images.map(({ url }) => url), tabId: input.tabId ?? null },
    },
    { newId: crypto.randomUUID(), now: Date.now() },
  );
  shelf.images?.wake();
  return saved;
}
