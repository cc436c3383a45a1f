import type { Article } from '../../../core/clip/article.ts';
import type { Clip } from '../../../core/clip/clip.ts';
import { compareVersions } from '../../../core/clip/compare-versions.ts';
import { bodyOf } from '../../../database/clips/clip-queries.ts';
import type { Database } from '../../../database/database.ts';
import { editsOf } from '../../../database/texts/text-queries.ts';

/** How many blocks of the page differ from those that were clipped: changed, added or removed. */
export interface PageChange {
  readonly paragraphs: number;
  readonly codeBlocks: number;
}

/**
 * What is different on the page since it was clipped; null where nothing is, or where nothing can be said: another
 * version of the extractor reads the same page differently. The user's own edits of the clip are no change of the page.
 */
export async function comparePage(
  database: Database,
  clip: Clip,
  article: Article,
): Promise<PageChange | null> {
  const body = (await editsOf(database, clip.id))?.original ?? (await bodyOf(database, clip.id));
  if (body === null || body.blocks.length === 0) return null;
  if (body.integrity.extractorVersion !== article.integrity.extractorVersion) return null;
  // A part of a page and the whole of it are different without any change of the page.
  const [then, now] = [body, article].map(({ integrity }) => integrity.rules.includes('choice/part'));
  if (then !== now) return null;
  const different = compareVersions(body.blocks, article.blocks).filter(({ kind }) => kind !== 'same');
  if (different.length === 0) return null;
  const codeBlocks = different.filter(({ block }) => block.kind === 'code').length;
  return { paragraphs: different.length - codeBlocks, codeBlocks };
}
