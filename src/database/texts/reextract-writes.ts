import type { Article } from '../../core/clip/article.ts';
import {
  bodyFromArticle,
  languagesOfCode,
  contentAgain,
  contentOf,
} from '../../core/clip/clip-from-article.ts';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { losesMuch } from '../../core/clip/completeness.ts';
import { Failure } from '../../core/failure.ts';
import { recordChanges } from '../change-writes.ts';
import { indexClip } from '../search/clip-index.ts';
import type { Database, VersionRow } from '../database.ts';
import { withSums } from '../highlights/place-writes.ts';
import { write } from '../write.ts';
import { editedBody, putBody } from './edit-writes.ts';
import { keepVersion, restoreVersion } from './version-writes.ts';

/**
 * Gives a clip the text that today's extractor made of its kept page. Address, tags, note, marks and what was edited by
 * hand stay, and the text it had becomes a version. Nothing is written where both are the same (a text without an account of
 * what was left out gets one), nor where the new one
 * would lose much of the old (`clip/would-lose`): a page as it was kept may lack what the extractor saw in the tab. Nor is
 * anything written for a job (`jobId`) that was cancelled, or turned into its undo, while the page was being read.
 * Throws `clip/not-found` and `store/*`.
 */
export async function reextractClip(
  database: Database,
  clipId: ClipId,
  article: Article,
  now: number,
  jobId: string | null = null,
): Promise<'changed' | 'same'> {
  return await write(database, 'file', async () => {
    if (jobId !== null && !(await goesOn(database, jobId))) return 'same';
    const [clip, earlier] = await Promise.all([database.clips.get(clipId), database.bodies.get(clipId)]);
    if (clip === undefined || earlier === undefined) throw new Failure('clip/not-found', clipId);
    const { url, site } = clip;
    const fresh = bodyFromArticle(clipId, article);
    const body = await editedBody(database, fresh);
    const content = { ...contentAgain(article, clip), codeLanguages: languagesOfCode(body.blocks) };
    const reextracted: Clip = { ...clip, ...content, url, site, updatedAt: now };
    const isSame = sameText(clip, earlier, reextracted, body);
    if (isSame && (earlier.integrity.leftOut !== undefined || body.integrity.leftOut === undefined))
      return 'same';
    if (losesMuch(clip, reextracted)) throw new Failure('clip/would-lose', clipId);
    // Of a text that an earlier extractor had already, only the account of what was left out is new.
    if (!isSame) await keepVersion(database, clip, earlier, { by: 're-extract', at: now });
    await putBody(database, fresh);
    const summed = await withSums(database, reextracted);
    await database.clips.put(summed);
    await indexClip(summed, body);
    await recordChanges(database, [clipId], 'put', now);
    return isSame ? 'same' : 'changed';
  });
}

async function goesOn(database: Database, jobId: string): Promise<boolean> {
  const job = await database.jobs.get(jobId);
  return job?.kind === 're-extract' && job.state !== 'cancelled';
}

/**
 * Gives a clip the text back that it had before it was reextracted at `since` (epoch ms) or later. Nothing happens where its
 * text was replaced again after that.
 */
export async function undoReextraction(
  database: Database,
  clipId: ClipId,
  since: number,
  now: number,
): Promise<'changed' | 'same'> {
  const replaced = await replacedSince(database, clipId, since);
  if (replaced?.id === undefined) return 'same';
  await restoreVersion(database, replaced.id, now);
  return 'changed';
}

/** The text that the clip had before it was reextracted at `since` or later; null where it was not, or has another since. */
export async function replacedSince(
  database: Database,
  clipId: ClipId,
  since: number,
): Promise<VersionRow | null> {
  const [clip, versions] = await Promise.all([
    database.clips.get(clipId),
    database.versions.where('clipId').equals(clipId).toArray(),
  ]);
  const [first] = versions
    .filter((version) => version.replaced?.by === 're-extract' && version.replaced.at >= since)
    .sort((a, b) => (a.replaced?.at ?? 0) - (b.replaced?.at ?? 0));
  return first !== undefined && clip?.updatedAt === first.replaced?.at ? first : null;
}

/** Whether the article is the same, and all that is said of it; how it was found does not count. */
function sameText(clip: Clip, earlier: ClipBody, reextracted: Clip, body: ClipBody): boolean {
  return said(clip, earlier) === said(reextracted, body);
}

function said(clip: Clip, { html, blocks, description, pageTags, images, pageUpdatedAt }: ClipBody): string {
  const { coverage: _coverage, incomplete: _incomplete, ...content } = contentOf(clip);
  // Field by field: rows that came by way of a backup may name them in another order.
  const texts = blocks.map((block) =>
    block.kind === 'code' ? [block.text, block.language, block.guessed, block.fileName] : block.text,
  );
  const pictures = images.map(({ url, alt }) => [url, alt]);
  return JSON.stringify([content, html, texts, description, pageTags, pictures, pageUpdatedAt]);
}
