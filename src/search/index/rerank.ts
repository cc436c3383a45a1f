import type { SearchHit } from '../ranking/answer.ts';
import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import type { TextBlock } from '../../core/clip/article.ts';
import { finalScore } from '../ranking/final-score.ts';
import { type FoldedBlock, bestExcerpt, findIn, foldBlocks, markedIn } from '../ranking/best-excerpt.ts';
import type { Matcher } from '../ranking/matcher.ts';
import { holdsPhrase, readPhrase, type Phrase } from '../ranking/phrase-pattern.ts';
import type { Query } from '../query/query.ts';
import { fold } from '../text/fold.ts';
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
}

export function prepareRerank(query: Query, evaluated: Evaluated, now: number): RerankContext {
  const terms = evaluated.words.flatMap((word) => word.terms);
  const literals = evaluated.words.flatMap((word) => word.literal ?? []);
  const single = evaluated.words.length === 1 && literals.length === 1;
  return {
    query,
    evaluated,
    matchers: [...literals, ...terms.flatMap((term) => term.matchers)],
    whole: [...terms.flatMap((term) => term.matchers[0] ?? []), ...literals].reduce(
      (sum, { weight }) => sum + weight,
      0,
    ),
    literals,
    phrase: single ? null : readPhrase(evaluated.words.map((word) => word.typed).join(' '), true),
    now,
  };
}

function holds(phrase: Phrase | null, texts: readonly string[]): boolean {
  return phrase !== null && texts.some((text) => holdsPhrase(text, phrase));
}

/** The blocks that `in:` leaves, for what is required and for the excerpt. */
function inScope(query: Query): (block: TextBlock) => boolean {
  if (query.scopes.length === 0) return () => true;
  return (block) => block.kind === 'code' && query.scopes.includes('code');
}

function otherTexts({ query }: RerankContext, clip: Clip): readonly string[] {
  const all = query.scopes.length === 0;
  return [
    ...(all || query.scopes.includes('title') ? [clip.title] : []),
    ...(all || query.scopes.includes('notes') ? [clip.note] : []),
    ...(all ? [...clip.tags, clip.author ?? ''] : []),
  ];
}

/** Whether the texts hold the phrases they must, and none of those they must not. */
function isAllowed(rerankContext: RerankContext, texts: readonly string[]): boolean {
  const { evaluated, query } = rerankContext;
  if (evaluated.forbidden.some((pattern) => holds(pattern, texts))) return false;
  if (evaluated.words.every((word) => word.required === null)) return true;
  return query.groups.every((group) => {
    if (group.not || group.items.some((item) => item.kind !== 'phrase')) return true;
    return group.items.some((item) => {
      const word = evaluated.words.find((one) => one.required !== null && one.typed === queryText(item));
      return holds(word?.required ?? null, texts);
    });
  });
}

function queryText(item: Query['groups'][number]['items'][number]): string {
  return item.kind === 'filter' ? '' : item.text;
}

/** Folded as a whole: piece by piece, letters that were written in parts (Hangul) stay apart. */
function wholeFolded({ block, folded }: FoldedBlock): string {
  return folded.origins === null ? folded.text : fold(block.text);
}

/** Reads a candidate's text: null if it does not answer the query after all, else the hit with its final score. */
export function rerank(
  rerankContext: RerankContext,
  clip: Clip,
  body: Pick<ClipBody, 'blocks'>,
  score: number,
): SearchHit | null {
  const { matchers, literals, whole, phrase, query } = rerankContext;
  const needsTexts =
    phrase !== null ||
    rerankContext.evaluated.forbidden.length > 0 ||
    rerankContext.evaluated.words.some((word) => word.required !== null);
  const blocks = foldBlocks(body.blocks, inScope(query));
  const blockTexts = needsTexts ? blocks.map(wholeFolded) : [];
  const others = otherTexts(rerankContext, clip).map(fold);
  if (needsTexts && !isAllowed(rerankContext, [...blockTexts, ...others])) return null;
  const title = findIn(clip.title, matchers);
  const best = bestExcerpt(blocks, matchers);
  const titleUnits = new Set(title.found.map(({ unit }) => unit));
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
