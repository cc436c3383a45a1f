import { fromBase64 } from '../../core/base64.ts';
import { parseArticle } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import { parseTags } from '../../core/tag/tag.ts';
import type { SaveArticleInput, SaveResult } from '../../rpc/commands/contract.ts';
import { type NewClip, saveClip } from '../../database/clips/clip-writes.ts';
import type { Database } from '../../database/database.ts';
import type { Library } from '../library.ts';

/** Stores what was extracted. The article has been through a hostile page, so it is parsed here, whoever sends it. */
export async function saveArticle(library: Library, input: SaveArticleInput): Promise<SaveResult> {
  const article = parseArticle(input.article);
  const keep = (await library.images?.settings())?.keep ?? 'none';
  const source = input.source ?? null;
  const images =
    keep === 'none' ? null : { urls: article.images.map(({ url }) => url), tabId: input.tabId ?? null };
  const saved = await saveWhatFits(await library.database(), {
    article,
    tags: input.tags === null ? null : parseTags(input.tags),
    note: input.note,
    source: source === null ? null : fromBase64(source),
    images,
    ...(input.lesser === undefined ? {} : { lesser: input.lesser }),
    ...(input.into === undefined ? {} : { into: input.into }),
    ...(input.highlights === undefined ? {} : { highlights: input.highlights }),
  });
  library.images?.wake();
  library.wakeRules?.();
  return saved;
}

/** Where there is no room for all of it, the text alone, which is what the user came for. */
async function saveWhatFits(database: Database, clip: NewClip): Promise<SaveResult> {
  const now = Date.now();
  try {
    return await saveClip(database, clip, { newId: crypto.randomUUID(), now });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'store/full') throw error;
    const text = { ...clip, source: null, images: null, textOnly: true };
    return { ...(await saveClip(database, text, { newId: crypto.randomUUID(), now })), textOnly: true };
  }
}
