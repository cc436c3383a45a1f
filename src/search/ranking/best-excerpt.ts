import type { TextBlock } from '../../core/clip/article.ts';
import type { MarkedRange, Excerpt } from './answer.ts';
import { foldWithOrigins, originalRange, type FoldedText } from '../text/fold.ts';
import { bestWindow, type Window } from './best-window.ts';
import { cutExcerpt, mergedRanges } from './cut-excerpt.ts';
import { isReference } from './is-reference.ts';
import { occurrences, type Matcher, type Occurrence } from './matcher.ts';

const noUnits: ReadonlySet<number> = new Set();
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

/** What the title says already says less in an excerpt. */
const shareOfTitle = 0.4;

function lessOfTitle(found: readonly Occurrence[], inTitle: ReadonlySet<number>): readonly Occurrence[] {
  if (inTitle.size === 0) return found;
  return found.map((one) => (inTitle.has(one.unit) ? { ...one, weight: one.weight * shareOfTitle } : one));
}

const entry = { longest: 30, sentence: /[.:!?。：！？]$/u };

/** A heading, or an entry of a list that is but a name, says where, and a sentence says more; a reference says where else. */
function helpfulness({ block: { kind, text }, window }: Candidate): number {
  if (kind === 'heading') return 0.9;
  if (kind !== 'prose') return 1;
  if (text.length < entry.longest && !entry.sentence.test(text)) return 0.95;
  return isReference(text, window) ? 0.6 : 1;
}

/** The excerpt of a text that holds most of the query, the earlier of two equals. `inTitle`: units that its title has. */
export function bestExcerpt(
  blocks: readonly FoldedBlock[],
  matchers: readonly Matcher[],
  inTitle: ReadonlySet<number> = noUnits,
): BestExcerpt {
  let best: Candidate | null = null;
  let bestWorth = 0;
  let together = 0;
  const units = new Set<number>();
  for (const { block, index, folded } of blocks) {
    const text = findInFolded(block.text, folded, matchers);
    if (text.found.length === 0) continue;
    for (const { unit } of text.found) units.add(unit);
    const whole = bestWindow(text.found, windowSize);
    together = Math.max(together, whole?.worth ?? 0);
    const window = inTitle.size === 0 ? whole : bestWindow(lessOfTitle(text.found, inTitle), windowSize);
    if (window === null) continue;
    const candidate: Candidate = { ...text, block, index, window };
    const worth = window.worth * helpfulness(candidate);
    if (worth <= bestWorth * 1.0001) continue;
    best = candidate;
    bestWorth = worth;
  }
  if (best === null) return { excerpt: null, worth: 0, units };
  const around = originalRange(best.folded, best.window.start, best.window.end);
  return {
    excerpt: cutExcerpt(best.block, best.index, around, markedIn(best)),
    worth: together,
    units,
  };
}
