import type { ArticleEdits } from '../clip/article-edits.ts';
import { originalOf } from '../clip/clip-versions.ts';
import { joinNotes } from '../clip/join-notes.ts';
import type { WholeClip } from '../clip/whole-clip.ts';
import type { Highlight } from './highlight.ts';
import { oldestFirst, withHighlightSums } from './highlight-sums.ts';
import { type ArticleText, placeHighlights } from './place-highlights.ts';

/** The texts that two clips of a page have as one. */
interface MergedTexts {
  readonly body: ArticleText | null;
  readonly edits?: Pick<ArticleEdits, 'original'> | null;
  readonly versions: WholeClip['versions'];
}

/** The highlights of two clips of a page, each where it stands in the text that both have as one. */
export function mergedHighlights(a: WholeClip, b: WholeClip, merged: MergedTexts): readonly Highlight[] {
  const [ofA, ofB] = [a, b].map((side) => placedIn(merged, side));
  return highlightsOfBoth(ofA ?? [], ofB ?? []);
}

function placedIn({ body, edits, versions }: MergedTexts, side: WholeClip): readonly Highlight[] {
  const shown = body ?? { html: '', blocks: [] };
  return placeHighlights(side.highlights ?? [], {
    shown,
    original: edits?.original ?? shown,
    versions: versions.map((version) => version.body),
    before: originalOf(side) ?? undefined,
  });
}

/** A clip with these highlights, as its row sums them up. */
export function withHighlights(whole: WholeClip, highlights: readonly Highlight[]): WholeClip {
  const { highlights: _rows, ...rest } = whole;
  const clip = withHighlightSums(whole.clip, highlights);
  return { ...rest, clip, ...(highlights.length === 0 ? {} : { highlights }) };
}

/** A clip from outside with its highlights where its text has them, and counted. */
export function withPlacedHighlights(whole: WholeClip): WholeClip {
  return withHighlights(whole, placedIn(whole, whole).toSorted(oldestFirst));
}

/**
 * The highlights of two copies of a clip, by id: of one that both have, what was changed last, and both notes. The order of
 * both sides does not count, and merged again nothing changes.
 */
function highlightsOfBoth(a: readonly Highlight[], b: readonly Highlight[]): readonly Highlight[] {
  const byId = new Map(a.map((highlight) => [highlight.id, highlight]));
  for (const highlight of b) {
    const there = byId.get(highlight.id);
    byId.set(highlight.id, there === undefined ? highlight : joined(there, highlight));
  }
  return [...byId.values()].toSorted(oldestFirst);
}

function joined(a: Highlight, b: Highlight): Highlight {
  const [later, earlier] = isLater(a, b) ? [a, b] : [b, a];
  const note = joinNotes(later.note, earlier.note);
  const createdAt = Math.min(a.createdAt, b.createdAt);
  return note === a.note && createdAt === a.createdAt && later === a ? a : { ...later, note, createdAt };
}

/** Changed in one moment, one of both is chosen, whatever side it stands on. */
function isLater(a: Highlight, b: Highlight): boolean {
  return a.changedAt === b.changedAt ? chosenBy(a) >= chosenBy(b) : a.changedAt > b.changedAt;
}

/** Of what a merge takes over as it is; the note, which it joins, comes last. */
function chosenBy({ anchor, anchoredIn, color, note, tags, origin, place, state }: Highlight): string {
  const { from, to, quote, prefix, suffix, picture } = anchor;
  const range = [from.block, from.offset, to.block, to.offset];
  const words = [quote, prefix, suffix, picture];
  return JSON.stringify([anchoredIn, range, words, color, tags, origin, state, place, note]);
}
