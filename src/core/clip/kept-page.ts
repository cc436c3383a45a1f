import type { Clip } from './clip.ts';
import { htmlOf } from './clip-versions.ts';
import type { ClipSource, WholeClip } from './whole-clip.ts';

/** Whether the kept page is the one that this text was made from: of any other, re-extraction would make another text. */
export function isPageOf(
  { sourceAt, updatedAt }: Pick<Clip, 'sourceAt' | 'updatedAt'>,
  { savedAt }: Pick<ClipSource, 'savedAt'>,
): boolean {
  return sourceAt === undefined ? savedAt <= updatedAt : sourceAt === savedAt;
}

/**
 * Of the pages of two clips the one of the text that stands. One of the other text is kept where there is no better: it is
 * that text's, should the user go back to it.
 */
export function pageOfBoth(
  stands: WholeClip,
  other: WholeClip,
): { readonly source: ClipSource | null; readonly sourceAt: Clip['sourceAt'] } {
  const { sourceAt } = stands.clip;
  if (stands.source !== null && isPageOf(stands.clip, stands.source))
    return { source: stands.source, sourceAt };
  const { source } = other;
  if (source !== null && htmlOf(stands) === htmlOf(other) && isPageOf(other.clip, source))
    return { source, sourceAt: source.savedAt };
  const left = stands.source ?? source;
  return { source: left, sourceAt: left === null ? sourceAt : null };
}
