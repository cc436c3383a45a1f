import type { Article } from '../../core/clip/article.ts';
import {
  bodyFromArticle,
  clipContent,
  codeLanguages,
  contentAgain,
} from '../../core/clip/clip-from-article.ts';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { Failure } from '../../core/failure.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { indexClip } from '../search/clip-index.ts';
import type { Database, SourceRow } from '../database.ts';
import { recordChanges } from '../change-writes.ts';
import { originalOf, putBody } from '../texts/edit-writes.ts';
import { listImages } from '../images/image-writes.ts';
import { keepTags } from '../tags/tag-writes.ts';
import { keepVersion } from '../texts/version-writes.ts';
import { write } from '../write.ts';
import { clipOfPage } from './clip-queries.ts';

export interface NewClip {
  readonly article: Article;
  /** null keeps the tags that the clip has. */
  readonly tags: readonly Tag[] | null;
  readonly note: string | undefined;
  readonly source: Uint8Array<ArrayBuffer> | null;
  /** There is no room for more than the text: a source that is there goes too, since it is not this text's. */
  readonly textOnly?: boolean;
  /** Pictures to keep with it, and the tab that shows them; null for none. */
  readonly images?: { readonly urls: readonly string[]; readonly tabId: number | null } | null;
}

export interface SavedClip {
  readonly clipId: ClipId;
  readonly outcome: 'added' | 'updated';
}

/**
 * Stores an article in one strict transaction: row, body, source, tags, postings, change; the page's draft goes with it.
 * A page that is in the library (or in its trash) already gets the new content under its old id, tags and note, and its
 * earlier body becomes a version. Resolves once it is committed and read back. Throws `store/…`.
 */
export async function saveClip(
  database: Database,
  { article, tags, note, source, images = null, textOnly = false }: NewClip,
  { newId, now }: { newId: ClipId; now: number },
): Promise<SavedClip> {
  const key = urlKey(article.url, article.canonicalUrl);
  const saved = await write(database, 'save', async () => {
    const existing = await clipOfPage(database, [key]);
    const clipId = existing?.id ?? newId;
    const fresh = bodyFromArticle(clipId, article);
    const earlier = existing === null ? undefined : await database.bodies.get(clipId);
    if (existing !== null && earlier !== undefined) {
      const before = await originalOf(database, earlier);
      if (before.html !== fresh.html) await keepVersion(database, existing, earlier, { by: 'clip', at: now });
    }
    const body = await putBody(database, fresh);
    const clip: Clip = {
      ...(existing ?? { note: '', tags: [], readAt: null, starred: false, savedAt: now }),
      ...(existing === null ? clipContent(article) : contentAgain(article, existing)),
      codeLanguages: codeLanguages(body.blocks),
      id: clipId,
      urlKey: key,
      updatedAt: now,
      trashedAt: null,
      ...(note === undefined ? {} : { note }),
      ...(tags === null ? {} : { tags: tags.map((tag) => tag.key) }),
    };
    await database.clips.put(clip);
    if (images !== null) await listImages(database, clipId, images.urls, images.tabId);
    if (textOnly) await database.sources.delete(clipId);
    if (source !== null) await database.sources.put(sourceRow(clipId, article, source, now));
    if (tags !== null) await keepTags(database, tags, now);
    await indexClip(clip, body);
    await recordChanges(database, [clipId], 'put', now);
    await database.drafts.delete(key);
    return { clipId, outcome: existing === null ? ('added' as const) : ('updated' as const), body };
  });
  await assertKept(database, saved.clipId, saved.body, now);
  return { clipId: saved.clipId, outcome: saved.outcome };
}

function sourceRow(clipId: ClipId, article: Article, gzip: SourceRow['gzip'], savedAt: number): SourceRow {
  return { clipId, gzip, extractorVersion: article.integrity.extractorVersion, savedAt };
}

/** "Saved" means that another transaction finds it; a later save of the same page by another window counts as kept. */
async function assertKept(database: Database, clipId: ClipId, body: ClipBody, now: number): Promise<void> {
  const [clip, kept] = await database.transaction('r', [database.clips, database.bodies], () =>
    Promise.all([database.clips.get(clipId), database.bodies.get(clipId)]),
  );
  const whole =
    clip !== undefined && kept !== undefined && (kept.html === body.html || clip.updatedAt >= now);
  if (!whole) throw new Failure('store/not-kept', clipId);
}
