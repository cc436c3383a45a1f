import type { Article } from '../../core/clip/article.ts';
import { bodyFromArticle, clipContent } from '../../core/clip/clip-from-article.ts';
import type { ClipId } from '../../core/clip/clip.ts';
import { mergeClips } from '../../core/clip/merge-clips.ts';
import { isTime } from '../../core/time.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { NewHighlight } from '../../core/highlight/highlight.ts';
import { makeHighlight } from '../../core/highlight/make-highlight.ts';
import { withPlacedHighlights } from '../../core/highlight/merge-highlights.ts';
import { type Tag, parseTags } from '../../core/tag/tag.ts';
import { clipIdsOfPages } from '../clips/clip-queries.ts';
import type { Database } from '../database.ts';
import { withOwnHighlights } from '../highlights/place-writes.ts';
import { takeImages, type TakenImage } from '../images/image-writes.ts';
import { queueForRules } from '../lists/rule-writes.ts';
import { keepTags } from '../tags/tag-writes.ts';
import { write } from '../write.ts';
import type { TakenClip } from './restore-writes.ts';
import { wholeClip } from './whole-clip-queries.ts';
import { putWholeClip } from './whole-clip-writes.ts';

/** What a file of another tool says of a page. Times are epoch ms. */
export interface ImportedArticle {
  readonly article: Article;
  readonly tags: readonly Tag[];
  readonly note: string;
  readonly savedAt: number | null;
  readonly readAt: number | null;
  readonly starred: boolean;
  /** Passages that were marked there. */
  readonly highlights?: readonly NewHighlight[];
  /** Pictures that came with it. */
  readonly images?: readonly TakenImage[];
}

/**
 * Takes over pages from a file, in one transaction. A page that is there keeps its text, unless it has none and the file
 * does; another text of the file's becomes a version. Everything else is of both: see mergeClips.
 */
export async function importArticles(
  database: Database,
  imported: readonly ImportedArticle[],
  { newIds, now }: { newIds: readonly ClipId[]; now: number },
): Promise<TakenClip[]> {
  return await write(database, 'save', async () => {
    const made = imported.map((each, index) => clipOf(each, newIds[index] ?? '', now));
    const idOfPage = await clipIdsOfPages(
      database,
      made.map(({ clip }) => clip.urlKey),
    );
    const taken: TakenClip[] = [];
    const added: ClipId[] = [];
    for (const [index, each] of imported.entries()) {
      const whole = made[index];
      if (whole === undefined) continue;
      const { id, urlKey: page } = whole.clip;
      const outcome = await importArticle(
        database,
        { imported: each, made: whole },
        idOfPage.get(page) ?? null,
        now,
      );
      taken.push(outcome);
      if (outcome.outcome !== 'added') continue;
      added.push(id);
      idOfPage.set(page, id);
    }
    await queueForRules(database, added);
    const tags = imported.flatMap((each) => [
      ...each.tags,
      ...parseTags((each.highlights ?? []).flatMap((highlight) => highlight.tags)),
    ]);
    await keepTags(database, firstOfEach(tags), now);
    return taken;
  });
}

async function importArticle(
  database: Database,
  { imported, made }: { readonly imported: ImportedArticle; readonly made: WholeClip },
  there: ClipId | null,
  now: number,
): Promise<TakenClip> {
  const newId = made.clip.id;
  const theirs = await withOwnHighlights(database, made, there ?? newId);
  const ours = there === null ? null : await wholeClip(database, there);
  if (ours === null) {
    await putWholeClip(database, null, theirs, now);
    await takeImages(database, imported.images ?? [], newId);
    return { outcome: 'added' };
  }
  const { whole, kept } = mergeClips(ours, theirs, { text: 'ours', at: now });
  await putWholeClip(database, ours, whole, now);
  await takeImages(database, imported.images ?? [], ours.clip.id);
  return { outcome: 'merged', kept };
}

/** Each tag once, in the spelling that came first. */
function firstOfEach(tags: readonly Tag[]): Tag[] {
  return [...new Map(tags.toReversed().map((tag) => [tag.key, tag])).values()];
}

/** The clip that the page becomes where there is none. */
function clipOf(
  { article, tags, note, savedAt, readAt, starred, highlights = [] }: ImportedArticle,
  id: ClipId,
  now: number,
): WholeClip {
  const at = isTime(savedAt) ? savedAt : now;
  const body = bodyFromArticle(id, article);
  const text = { shown: body, original: body };
  return withPlacedHighlights({
    highlights: highlights.map((each) => makeHighlight(each, id, text, at)),
    clip: {
      ...clipContent(article),
      id,
      urlKey: urlKey(article.url, article.canonicalUrl),
      tags: tags.map(({ key }) => key),
      note,
      savedAt: at,
      updatedAt: at,
      readAt: isTime(readAt) ? readAt : null,
      starred,
      trashedAt: null,
      sourceAt: null,
      source: 'import',
    },
    body,
    versions: [],
    source: null,
  });
}
