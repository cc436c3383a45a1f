import type { IntegrityCounts } from '../../core/clip/article.ts';
import type { LeftOut } from '../../core/clip/left-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { type Span, isMissing, isMoreThanArticle } from './is-missing.ts';
import { listLeftOut, placesOf } from './list-left-out.ts';
import type { Entry, Ledger } from './open-ledger.ts';
import { lostPieces } from './lost-pieces.ts';
import type { Outcome } from './outcome.ts';
import { type Passage, enterPassage } from './passage.ts';
import { HeldText } from './held-text.ts';
import type { TextShare } from './text-trace.ts';

/** What became of all that the page showed. */
export interface Account {
  readonly leftOut: readonly LeftOut[];
  /** Share (0 to 1) of the article's letters that came through, as far as the page tells. */
  readonly coverage: number;
  /** Pieces inside the article's span, or of no known fate, that did not come through. */
  readonly missing: IntegrityCounts;
}

/** From this share on a block is left out: what normalising changes inside of it, numbers and marks, stays below. */
const leftShare = { text: 0.3, code: 0.2 } as const;

/** The account where it could not be made: nothing is known, and the step that failed keeps the clip from being complete. */
export const noAccount: Account = {
  leftOut: [],
  coverage: 1,
  missing: { codeBlocks: 0, images: 0, tables: 0, formulas: 0 },
};

/** Compares what the untouched page showed with what the article holds; nothing that a step did can hide from that. Rests between. */
export function* closeLedger(copy: PageCopy, ledger: Ledger, outcome: Outcome): Generator<string, Account> {
  const held = new HeldText(textsOf(outcome));
  const shares: TextShare[] = [];
  for (const [index, { text, isCode }] of ledger.entries.entries()) {
    if (index % 500 === 499) yield 'account';
    shares.push(held.compare(text, isCode));
  }
  const isKept = (index: number): boolean => {
    const [entry, share] = [ledger.entries[index], shares[index]];
    return (
      entry === undefined || share === undefined || share.missing < leftShare[entry.isCode ? 'code' : 'text']
    );
  };
  // Verses, lists and captions have no longer lines.
  const spans = [40, 8].map((least) =>
    spanOf(
      ledger.entries,
      (index) => isKept(index) && (shares[index]?.letters ?? 0) >= least,
      copy,
      outcome.root,
    ),
  );
  const span = spans.find(({ first }) => first < ledger.entries.length) ?? { first: 0, last: -1 };
  const places = { copy, root: outcome.root, trimmed: outcome.trimmed };
  const passages: Passage[] = [];
  let kept = 0;
  for (const [index, share] of shares.entries()) {
    if (index % 500 === 499) yield 'account';
    if (share.letters < 8) continue;
    if (isKept(index)) {
      if (index >= span.first && index <= span.last) kept += share.letters;
      continue;
    }
    enterPassage(passages, ledger.entries, index, share.letters, places);
  }
  const after = placesOf(ledger.entries, outcome.blocks);
  const missing = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
  let missingLetters = 0;
  const letters = (outcome.article.textContent ?? '').replace(/\s+/g, '').length;
  const judged = passages.map((passage) => ({
    passage,
    isMissing:
      !(outcome.isPicked && passage.rule === 'choice') &&
      (isMissing(passage, span) || isMoreThanArticle(passage, letters)),
  }));
  for (const { passage, isMissing: counts } of judged) {
    if (!counts) continue;
    missingLetters += passage.letters;
    missing.codeBlocks += passage.code;
    missing.tables += passage.holder.querySelectorAll('table').length;
    missing.images += passage.holder.querySelectorAll('img').length;
  }
  const lost = lostPieces(ledger, outcome, span, isKept);
  missing.images += lost.images;
  missing.formulas += lost.formulas;
  return {
    leftOut: listLeftOut(copy, judged, after),
    coverage: kept + missingLetters === 0 ? 1 : kept / (kept + missingLetters),
    missing,
  };
}

function textsOf({ article, beside }: Outcome): readonly string[] {
  const texts = [article.textContent ?? '', ...beside];
  for (const element of article.querySelectorAll(
    '[alt], [data-file], [data-callout-title], [data-tab], [title]',
  )) {
    for (const { value } of element.attributes) texts.push(value);
  }
  return texts;
}

/** From the first to the last block of some length that came through out of the chosen part. */
function spanOf(
  entries: readonly Entry[],
  isText: (index: number) => boolean,
  { body }: PageCopy,
  root: Element,
): Span {
  const counts = (index: number): boolean => {
    const element = entries[index]?.element;
    return element !== undefined && isText(index) && (root.contains(element) || !body.contains(element));
  };
  let first = 0;
  while (first < entries.length && !counts(first)) first += 1;
  let last = entries.length - 1;
  while (last > first && !counts(last)) last -= 1;
  return { first, last };
}
