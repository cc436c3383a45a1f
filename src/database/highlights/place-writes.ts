import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { withHighlightSums } from '../../core/highlight/highlight-sums.ts';
import { withPlacedHighlights } from '../../core/highlight/merge-highlights.ts';
import { type ClipTexts, placeHighlights } from '../../core/highlight/place-highlights.ts';
import { hashOf } from '../../core/highlight/text-hash.ts';
import type { Database } from '../database.ts';
import { highlightsOf } from './highlight-queries.ts';

/** The text of a clip as it is shown, and as it was extracted. */
export interface StoredText {
  readonly shown: ClipBody;
  readonly original: ClipBody;
}

/**
 * Puts the highlights of a clip where they stand in its text, inside the caller's transaction: whoever stores a text calls
 * it, and puts the clip's row after it, `withSums`. `before`: the original in whose stead this one came. None is ever deleted.
 */
export async function placeAgain(
  database: Database,
  { shown, original }: StoredText,
  before?: ClipBody,
): Promise<void> {
  const highlights = await highlightsOf(database, shown.clipId);
  if (highlights.length === 0) return;
  const texts = await textsOf(database, { shown, original });
  const placed = placeHighlights(highlights, { ...texts, before });
  await putHighlights(database, highlights, placed);
}

/** The clip's row with what it says of its highlights. */
export async function withSums(database: Database, clip: Clip): Promise<Clip> {
  return withHighlightSums(clip, await highlightsOf(database, clip.id));
}

/** These texts with the earlier ones of the clip. */
export async function textsOf(database: Database, { shown, original }: StoredText): Promise<ClipTexts> {
  const versions = await database.versions.where('clipId').equals(shown.clipId).toArray();
  return { shown, original, versions: versions.map(({ body }) => body) };
}

/** Stores the rows of a clip that are not among those of `before`, inside the caller's transaction. */
export async function putHighlights(
  database: Database,
  before: readonly Highlight[],
  after: readonly Highlight[],
): Promise<void> {
  const changed = after.filter((highlight) => !before.includes(highlight));
  if (changed.length > 0) await database.highlights.bulkPut(changed);
}

/**
 * A clip of a file, whose highlights are checked: where they stand and how many they are is found anew, and one with an id
 * that another clip's has gets another, always the same. Inside the caller's transaction.
 */
export async function withOwnHighlights(
  database: Database,
  whole: WholeClip,
  clipId: ClipId,
): Promise<WholeClip> {
  const { highlights = [] } = whole;
  const there = await database.highlights.bulkGet(highlights.map(({ id }) => id));
  const own = highlights.map((highlight, index) => {
    const other = there[index];
    return other === undefined || other.clipId === clipId
      ? highlight
      : { ...highlight, id: hashOf([highlight.id, clipId]) };
  });
  return withPlacedHighlights({ ...whole, highlights: own });
}
