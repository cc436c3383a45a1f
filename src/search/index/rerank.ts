import type { SearchHit } from '../ranking/answer.ts';
import type { Clip } from '../../core/clip/clip.ts';
import { finalScore } from '../ranking/final-score.ts';
import { type FoldedBlock, bestExcerpt, findIn, markedIn } from '../ranking/best-excerpt.ts';
import type { Matcher } from '../ranking/matcher.ts';
import { holdsPhrase, readPhrase, type Phrase } from '../ranking/phrase-pattern.ts';
import type { Query } from '../query/query.ts';
import { fold } from '../text/fold.ts';
import type { Candidate } from './candidates.ts';
import { type ClipText, wholeFolded } from './clip-text.ts';
import type { Evaluated } from './evaluate-query.ts';

/** What candidates are reranked by, prepared once for a query. */
export interface RerankContext {
  readonly query: Query;
  readonly evaluated: Evaluated;
  readonly matchers: readonly Matcher[];
  /** Weight of all terms together. */
  readonly whole: number;
  /** Unit and weight of everything that was typed as one piece. */
  readonly literals: readonly Matcher[];
  readonly phrase: Phrase | null;
  readonly now: number;
  /** Units found in some text so far. */
  readonly seen: Set<number>;
}

export function prepareRerank(query: Query, evaluated: Evaluated, now: number): RerankContext {
  const terms = evaluated.words.flatMap((word) => word.terms);
  const literals = evaluated.words.flatMap((word) => word.literal ?? []);
  const single = evaluated.words.length === 1 && literals.length === 1;
  return {
    query,
    evaluated,
    matchers: [
      ...literals,
      ...terms.flatMap((term) => term.matchers),
      ...evaluated.words.flatMap((word) => word.alternatives.flatMap(({ matchers }) => matchers)),
    ],
    whole: [...terms.flatMap((term) => term.matchers[0] ?? []), ...literals].reduce(
      (sum, { weight }) => sum + weight,
      0,
    ),
    literals,
    phrase: single ? null : readPhrase(evaluated.words.map((word) => word.typed).join(' '), true),
    now,
    seen: new Set(),
  };
}

function holds(phrase: Phrase | null, texts: readonly string[]): boolean {
  return phrase !== null && texts.some((text) => holdsPhrase(text, phrase));
}

/** The blocks that `in:` leaves, for what is required and for the excerpt. */
function inScope({ folded }: ClipText, { scopes }: Query): readonly FoldedBlock[] {
  if (scopes.length === 0 || scopes.includes('highlights')) return folded;
  return scopes.includes('code') ? folded.filter(({ block }) => block.kind === 'code') : [];
}

function otherTexts({ query }: RerankContext, clip: Clip): readonly string[] {
  const all = query.scopes.length === 0;
  return [
    ...(all || query.scopes.includes('title') ? [clip.title] : []),
    ...(all || query.scopes.includes('notes') ? [clip.note, clip.highlightNotes ?? ''] : []),
    ...(all ? [...clip.tags, clip.author ?? ''] : []),
  ];
}

/** Whether the texts hold the phrases they must, and none of those they must not. */
function isAllowed({ evaluated }: RerankContext, slot: number, texts: readonly string[]): boolean {
  if (evaluated.forbidden.some((phrase) => holds(phrase, texts))) return false;
  return evaluated.required.every((choices) =>
    choices.some((choice) =>
      'phrase' in choice ? holds(choice.phrase, texts) : choice.matches.slots.includes(slot),
    ),
  );
}

/** Whether the text and the row of a candidate hold what the query asks to be verified there. */
export function allowsText(context: RerankContext, { slot, clip, text }: Candidate): boolean {
  const blocks = inScope(text, context.query);
  const texts = [...blocks.map(wholeFolded), ...otherTexts(context, clip).map(fold)];
  if (!isAllowed(context, slot, texts)) return false;
  if (!context.query.scopes.includes('highlights')) return true;
  return holdsEveryWord(context, bestExcerpt(blocks, context.matchers).units, texts);
}

/** Whether each word that is asked for stands in what is looked at, which is not all that the index knows of the clip. */
function holdsEveryWord(
  { query, evaluated }: RerankContext,
  units: ReadonlySet<number>,
  texts: readonly string[],
): boolean {
  const isFound = (typed: string) => {
    const word = evaluated.words.find((each) => each.typed === typed);
    if (word === undefined) return texts.some((text) => text.includes(fold(typed)));
    const { literal, terms, alternatives } = word;
    const anyOf = (matchers: readonly Matcher[]) => matchers.some(({ unit }) => units.has(unit));
    return (
      (literal !== null && units.has(literal.unit)) ||
      (terms.length > 0 && terms.every((term) => anyOf(term.matchers))) ||
      alternatives.some(({ matchers }) => anyOf(matchers))
    );
  };
  return query.groups
    .filter(({ not }) => !not)
    .every(({ items }) => items.some((item) => item.kind === 'filter' || isFound(item.text)));
}

/** Reads a candidate's text: null if it does not answer the query after all, else the hit with its final score. */
export function rerank(
  rerankContext: RerankContext,
  { slot, clip, text }: Candidate,
  score: number,
): SearchHit | null {
  const { matchers, literals, whole, phrase, query, evaluated } = rerankContext;
  const needsTexts = phrase !== null || evaluated.forbidden.length > 0 || evaluated.required.length > 0;
  const blocks = inScope(text, query);
  const blockTexts = needsTexts ? blocks.map(wholeFolded) : [];
  const others = otherTexts(rerankContext, clip).map(fold);
  if (needsTexts && !isAllowed(rerankContext, slot, [...blockTexts, ...others])) return null;
  const title = findIn(clip.title, matchers);
  const titleUnits = new Set(title.found.map(({ unit }) => unit));
  const best = bestExcerpt(blocks, matchers, titleUnits);
  if (
    query.scopes.includes('highlights') &&
    !holdsEveryWord(rerankContext, best.units, [...blocks.map(wholeFolded), ...others])
  )
    return null;
  for (const unit of [...best.units, ...titleUnits]) rerankContext.seen.add(unit);
  const literalWeight = literals.reduce((sum, { weight }) => sum + weight, 0);
  const literalFound = literals
    .filter(({ unit }) => best.units.has(unit) || titleUnits.has(unit))
    .reduce((sum, { weight }) => sum + weight, 0);
  const titleWeights = new Map(title.found.map(({ unit, weight }) => [unit, weight]));
  const titleWeight = [...titleWeights.values()].reduce((sum, weight) => sum + weight, 0);
  const foldedTitle = fold(clip.title);
  return {
    clip,
    excerpt: best.excerpt,
    titleRanges: markedIn(title),
    score: finalScore({
      score,
      together: whole === 0 ? 0 : best.worth / whole,
      literal: literalWeight === 0 ? 0 : literalFound / literalWeight,
      inTitle: whole === 0 ? 0 : Math.min(1, titleWeight / whole),
      phraseInText: holds(phrase, blockTexts),
      phraseInTitle: holds(phrase, [foldedTitle]),
      isTitle: foldedTitle.trim() === fold(query.text).trim(),
      age: rerankContext.now - clip.savedAt,
    }),
  };
}
