import type { Article } from '../../core/clip/article.ts';
import {
  bodyFromArticle,
  clipContent,
  languagesOfCode,
  contentAgain,
} from '../../core/clip/clip-from-article.ts';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { joinNotes } from '../../core/clip/join-notes.ts';
import { isLesser } from '../../core/clip/completeness.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { Failure } from '../../core/failure.ts';
import type { NewHighlight } from '../../core/highlight/highlight.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { indexClip, indexLabels } from '../search/clip-index.ts';
import type { Database, SourceRow } from '../database.ts';
import { recordChanges } from '../change-writes.ts';
import { putNew } from '../highlights/highlight-writes.ts';
import { withSums } from '../highlights/place-writes.ts';
import { putBody } from '../texts/edit-writes.ts';
import { originalOf } from '../texts/text-queries.ts';
import { listImages } from '../images/image-writes.ts';
import { queueForRules } from '../lists/rule-writes.ts';
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
  /** What becomes of a text that is lesser than the one that is there (lesser-text.ts). */
  readonly lesser?: LesserText;
  /** The clip that gets the article, though it has another address; missing, that of the same page. */
  readonly into?: ClipId;
  /** Passages of this article that are highlighted. */
  readonly highlights?: readonly NewHighlight[];
}

/** `refuse`: `clip/would-lose`, and nothing is written. `beside`: it becomes a version. `replace`: it takes the place. */
export type LesserText = 'refuse' | 'beside' | 'replace';

export interface SavedClip {
  readonly clipId: ClipId;
  /** `kept`: the clip has its tags and note, but its text stands, since it is the better one. */
  readonly outcome: 'added' | 'updated' | 'kept';
}

/**
 * Stores an article in one strict transaction: row, body, source, tags, postings, change; the page's draft goes with it.
 * A page that is in the library (or its trash) already gets the new content under its old id, tags and note, and its
 * earlier body becomes a version. Resolves once it is committed and read back. Throws `store/…`, and `clip/would-lose`
 * where the new text is lesser than the one that is there.
 * Throws `clip/not-found` and `store/*`.
 */
export async function saveClip(
  database: Database,
  {
    article,
    tags,
    note,
    source,
    images = null,
    textOnly = false,
    lesser = 'refuse',
    into,
    highlights = [],
  }: NewClip,
  { newId, now }: { newId: ClipId; now: number },
): Promise<SavedClip> {
  const key = urlKey(article.url, article.canonicalUrl);
  const saved = await write(database, 'save', async () => {
    const existing =
      into === undefined ? await clipOfPage(database, [key]) : ((await database.clips.get(into)) ?? null);
    if (into !== undefined && existing === null) throw new Failure('clip/not-found', into);
    const clipId = existing?.id ?? newId;
    const fresh = bodyFromArticle(clipId, article);
    const earlier = existing === null ? undefined : await database.bodies.get(clipId);
    const before = earlier === undefined ? null : await originalOf(database, earlier);
    if (existing !== null && before !== null && lesser !== 'replace' && isLesser(fresh, before)) {
      if (lesser === 'refuse') throw new Failure('clip/would-lose', clipId);
      const typed = { tags, note, highlights, now };
      return { ...(await keepBeside(database, existing, fresh, article, typed)), body: null };
    }
    if (existing !== null && earlier !== undefined && before?.html !== fresh.html)
      await keepVersion(database, existing, earlier, { by: 'clip', at: now });
    const body = await putBody(database, fresh);
    const text = { shown: body, original: fresh };
    await putNew(database, highlights, { text, current: text }, now);
    const clip: Clip = await withSums(database, {
      ...(existing ?? { note: '', tags: [], readAt: null, starred: false, savedAt: now }),
      ...(existing === null ? clipContent(article) : contentAgain(article, existing)),
      codeLanguages: languagesOfCode(body.blocks),
      id: clipId,
      urlKey: existing?.urlKey ?? key,
      updatedAt: now,
      // A page that is there still is an earlier text's.
      sourceAt: source === null ? null : now,
      trashedAt: null,
      ...(note === undefined ? {} : { note }),
      ...(tags === null ? {} : { tags: tags.map((tag) => tag.key) }),
    });
    await database.clips.put(clip);
    if (images !== null) await listImages(database, clipId, images.urls, images.tabId);
    if (textOnly) await database.sources.delete(clipId);
    if (source !== null) await database.sources.put(sourceRow(clipId, article, source, now));
    if (tags !== null) await keepTags(database, tags, now);
    await indexClip(clip, body);
    await recordChanges(database, [clipId], 'put', now);
    await database.drafts.delete(key);
    if (existing === null) await queueForRules(database, [clipId]);
    return { clipId, outcome: existing === null ? ('added' as const) : ('updated' as const), body };
  });
  if (saved.body !== null) await assertKept(database, saved.clipId, saved.body, now);
  return { clipId: saved.clipId, outcome: saved.outcome };
}

/** The clip keeps its text, comes out of the trash, and gets what was typed; the lesser text becomes a version. */
async function keepBeside(
  database: Database,
  existing: Clip,
  fresh: ClipBody,
  article: Article,
  {
    tags,
    note,
    highlights = [],
    now,
  }: Pick<NewClip, 'tags' | 'note' | 'highlights'> & { readonly now: number },
): Promise<SavedClip> {
  const marks: Clip = {
    ...existing,
    trashedAt: null,
    tags: [...new Set([...existing.tags, ...(tags ?? []).map((tag) => tag.key)])],
    note: joinNotes(existing.note, note ?? ''),
  };
  const versions = await database.versions.where('clipId').equals(existing.id).toArray();
  if (fresh.html !== '' && versions.every((version) => version.body.html !== fresh.html)) {
    const content = { ...clipContent(article), sourceAt: null };
    await database.versions.add({
      clipId: existing.id,
      content,
      body: fresh,
      takenAt: now,
      replaced: { by: 'lesser', at: now },
    });
  }
  const shown = await database.bodies.get(existing.id);
  if (shown !== undefined) {
    const current = { shown, original: await originalOf(database, shown) };
    await putNew(database, highlights, { text: { shown: fresh, original: fresh }, current }, now);
  }
  const clip = await withSums(database, marks);
  await database.clips.put(clip);
  if (tags !== null) await keepTags(database, tags, now);
  await indexLabels([clip]);
  await recordChanges(database, [clip.id], 'put', now);
  await database.drafts.delete(clip.urlKey);
  return { clipId: clip.id, outcome: 'kept' };
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
