import type { TextBlock } from '../../core/clip/article.ts';
import type { MarkedRange, Excerpt } from './answer.ts';
import { foldWithOrigins, originalRange, type FoldedText } from '../text/fold.ts';
import { bestWindow, type Window } from './best-window.ts';
import { cutExcerpt, mergedRanges } from './cut-excerpt.ts';
import { occurrences, type Matcher, type Occurrence } from './matcher.ts';

/** How far apart two words may stand to count as standing together. */
const windowSize = 160;

export interface FoundText {
  readonly folded: FoldedText;
  readonly found: readonly Occurrence[];
}

export function findIn(text: string, matchers: readonly Matcher[]): FoundText {
  return findInFolded(text, foldWithOrigins(text), matchers);
}

function findInFolded(text: string, folded: FoldedText, matchers: readonly Matcher[]): FoundText {
  const original = folded.origins === null ? text : '';
  return { folded, found: matchers.flatMap((matcher) => occurrences(folded.text, original, matcher)) };
}

/** A block of a text, folded once for all that is looked for in it. */
export interface FoldedBlock {
  readonly block: TextBlock;
  /** Its place in the text. */
  readonly index: number;
  readonly folded: FoldedText;
}

export function foldBlocks(blocks: readonly TextBlock[]): readonly FoldedBlock[] {
  return blocks.map((block, index) => ({ block, index, folded: foldWithOrigins(block.text) }));
}

export function markedIn({ folded, found }: FoundText): readonly MarkedRange[] {
  return mergedRanges(found.map(({ range: [start, end] }) => originalRange(folded, start, end)));
}

export interface BestExcerpt {
  readonly excerpt: Excerpt | null;
  /** Worth of the best window: the weights of the units that stand together in it. */
  readonly worth: number;
  /** Units found anywhere in the text. */
  readonly units: ReadonlySet<number>;
}

interface Candidate extends FoundText, FoldedBlock {
  readonly window: Window;
}

/** A heading says where, but the text below it says more. */
function worthOf(candidate: Candidate): number {
  return candidate.window.worth * (candidate.block.kind === 'heading' ? 0.9 : 1);
}

/** The excerpt of a text that holds most of the query, the earlier of two equals. */
export function bestExcerpt(blocks: readonly FoldedBlock[], matchers: readonly Matcher[]): BestExcerpt {
  let best: Candidate | null = null;
  const units = new Set<number>();
  for (const { block, index, folded } of blocks) {
    const text = findInFolded(block.text, folded, matchers);
    for (const { unit } of text.found) units.add(unit);
    const window = bestWindow(text.found, windowSize);
    if (window === null) continue;
    const candidate: Candidate = { ...text, block, index, window };
    if (best === null || worthOf(candidate) > worthOf(best) * 1.0001) best = candidate;
  }
  if (best === null) return { excerpt: null, worth: 0, units };
  const around = originalRange(best.folded, best.window.start, best.window.end);
  return {
    excerpt: cutExcerpt(best.block, best.index, around, markedIn(best)),
    worth: best.window.worth,
    units,
  };
}
