import { wordCharacter, signCharacter } from './characters.ts';
import { CompositeScanner, wordTerm, type CompositeKind } from './composites.ts';
import { flagOf } from './composite-terms.ts';
import { fold } from './fold.ts';
import { identifierParts } from './identifier-parts.ts';
import { writtenApart, type WrittenApart } from './written-apart.ts';
import { normalForm, scanRuns } from './scan.ts';

/** Longer words (hashes, encoded data) are indexed by their beginning; matches are decided on the text. */
export const longestTerm = 64;

const surrogate = /[\ud800-\udfff]/;

export type TermSink = (term: string) => void;

function bigrams(run: string, emit: TermSink): void {
  if (!surrogate.test(run)) {
    for (let at = 2; at <= run.length; at += 1) emit(run.slice(at - 2, at));
    return;
  }
  let before = '';
  for (const character of run) {
    if (before !== '') emit(before + character);
    before = character;
  }
}

/** What a word comes to. */
interface WordForms {
  readonly folded: string;
  /** Whole, and in parts. */
  readonly terms: readonly string[];
}

/** Of words seen lately: few words make most of a text. */
const knownForms = new Map<string, WordForms>();
const mostKnown = 20_000;
/** Longer ones come too seldom, and a piece cut out of a text may keep all of the text in memory. */
const longestKnown = 12;

/** `__init__` and `_id` are names of their own besides the words in them. */
function isUnderscored(folded: string): boolean {
  return folded.startsWith('_');
}

function formsOf(word: string): WordForms {
  const known = knownForms.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  const whole = folded.replaceAll('_', '').slice(0, longestTerm);
  const parts = whole === '' ? [] : identifierParts(word).map((part) => fold(part).slice(0, longestTerm));
  const others = isUnderscored(folded) ? [...parts, folded.slice(0, longestTerm)] : parts;
  const forms = { folded, terms: whole === '' ? [] : [whole, ...others.filter((term) => term !== whole)] };
  if (word.length <= longestKnown) {
    if (knownForms.size >= mostKnown) knownForms.clear();
    knownForms.set(word, forms);
  }
  return forms;
}

/**
 * Every term under which a text is to be found: words whole and in parts, CJK runs as overlapping bigrams and
 * the last character of a run alone, so that each single character is the beginning of some term; signs, and what
 * several words and punctuation mean together (composites.ts). `title`: names of two words count as one as well.
 */
export function indexTerms(text: string, emit: TermSink, title = false): void {
  const normal = normalForm(text);
  const composites = new CompositeScanner(normal, title, (_kind, term) => {
    emit(term);
  });
  scanRuns(normal, (run) => {
    if (run.kind === wordCharacter) {
      const { folded, terms } = formsOf(run.text);
      composites.take(run, folded);
      for (const term of terms) emit(term);
      return;
    }
    composites.end();
    if (run.kind === signCharacter) emit(run.text);
    else {
      const folded = fold(run.text);
      bigrams(folded, emit);
      const last = Array.from(folded.slice(-2)).at(-1);
      if (last !== undefined) emit(last);
    }
  });
  composites.end();
}

export interface QueryTerm {
  readonly term: string;
  /** As it is written in a folded text; where it may be written with separators, `apart` finds that. */
  readonly find: string;
  readonly apart: WrittenApart | null;
  readonly cjk: boolean;
  /** A single CJK character: found as the beginning of a term. */
  readonly prefix: boolean;
  /** The text ends with it, so it may be the beginning of a longer word. */
  readonly last: boolean;
}

/** The composites that stand in place of their words; the others are found beside them. */
const replacing: ReadonlySet<CompositeKind> = new Set(['number', 'amount', 'symbol', 'flag']);

interface Composite {
  readonly kind: CompositeKind;
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

function compositesOf(normal: string): readonly Composite[] {
  const found: Composite[] = [];
  const scanner = new CompositeScanner(normal, false, (kind, term, start, end) => {
    found.push({ kind, term, start, end });
  });
  scanRuns(normal, (run) => {
    scanner.take(run, run.kind === signCharacter ? run.text : fold(run.text));
  });
  scanner.end();
  return found;
}

const inWords = ['_'];
const inNumbers = ['_', ',', "'", '’'];

function termOfWord(text: string, end: boolean, asWritten: boolean): QueryTerm | null {
  const folded = fold(text);
  const word = wordTerm(text).slice(0, longestTerm);
  if (word === '') return null;
  const term = asWritten ? folded.slice(0, longestTerm) : word;
  const plain = folded === term;
  const long = !asWritten && term.length >= 4 && term.length <= 40;
  return {
    term,
    find: plain ? term : folded.slice(0, longestTerm),
    apart: long ? writtenApart(term, /^\d+$/u.test(term) ? inNumbers : inWords) : null,
    cjk: false,
    prefix: false,
    last: end,
  };
}

/**
 * The terms that all stand in a text that holds `text`: the fewest that decide it. A composite that is indexed
 * whole is one term, or, where that finds nothing (`parts`), its words like those of any other.
 */
export function queryTerms(text: string, as: 'whole' | 'parts' = 'whole'): readonly QueryTerm[] {
  const normal = normalForm(text);
  const terms = new Map<string, QueryTerm>();
  const add = (term: QueryTerm | null) => {
    if (term !== null && !terms.has(term.term)) terms.set(term.term, term);
  };
  const whole = as === 'whole' ? wholeComposites(normal) : [];
  for (const { kind, term, start, end } of whole) {
    const written = kind === 'amount' ? term : (flagOf(term) ?? fold(normal.slice(start, end)));
    const apart = kind === 'amount' ? writtenApart(term, inNumbers) : null;
    add({ term, find: written, apart, cjk: false, prefix: false, last: end === normal.length });
  }
  scanRuns(normal, (run) => {
    if (whole.some(({ start, end }) => start <= run.start && run.end <= end)) return;
    if (run.kind === wordCharacter) {
      const asWritten = as === 'whole' && run.text.startsWith('_');
      add(termOfWord(run.text, run.end === normal.length, asWritten));
      return;
    }
    const folded = run.kind === signCharacter ? run.text : fold(run.text);
    const one = (term: string, prefix: boolean): QueryTerm => ({
      term,
      find: term,
      apart: null,
      cjk: true,
      prefix,
      last: false,
    });
    if (run.kind === signCharacter) add(one(folded, false));
    else if (Array.from(folded).length === 1) add(one(folded, true));
    else {
      bigrams(folded, (term) => {
        add(one(term, false));
      });
    }
  });
  return [...terms.values()];
}

/** The composites of a query that stand for their words, the longest where several begin at one place. */
function wholeComposites(normal: string): readonly Composite[] {
  const kept: Composite[] = [];
  const found = compositesOf(normal)
    .filter(({ kind }) => replacing.has(kind))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const one of found) {
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  }
  return kept;
}

/** The terms of a word of the query under which clips are found that hold it in another spelling, or joined as it is. */
export function queryComposites(text: string, kind: 'pair' | 'joined' | 'flag'): readonly string[] {
  return [...new Set(compositesOf(normalForm(text)).flatMap((one) => (one.kind === kind ? [one.term] : [])))];
}
