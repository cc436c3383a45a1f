import { characterKind, separator, wordCharacter, type CharacterKind } from './characters.ts';
import { fold } from './fold.ts';
import { joinedPairs } from './joined-pairs.ts';
import { identifierParts } from './identifier-parts.ts';

/** Longer words (hashes, encoded data) are indexed by their beginning; matches are decided on the text. */
export const longestTerm = 64;

export type TermSink = (term: string) => void;

interface Run {
  readonly kind: CharacterKind;
  readonly text: string;
}

/** Cuts text into runs of word characters and of CJK characters; everything else separates. */
function* runsOf(text: string): Generator<Run> {
  let start = 0;
  let kind: CharacterKind = separator;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const next = characterKind(code);
    if (next !== kind) {
      if (kind !== separator) yield { kind, text: text.slice(start, at) };
      start = at;
      kind = next;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (kind !== separator) yield { kind, text: text.slice(start) };
}

/**
 * Words that punctuation makes: `C++`, `F#`, and numbers joined by it (`10.0.0.0/8`, `v1.20.3`, `2024-03-01`),
 * whose parts alone are too common to find anything by.
 */
const punctuated = /(?<![\w\u00c0-\u024f])(?:[a-z](?:\+\+|#)|v?\d+(?:[.:/-]\d+)+)(?![\w\u00c0-\u024f])/gi;

function bigrams(run: string, emit: TermSink): void {
  const characters = Array.from(run);
  for (let i = 0; i + 1 < characters.length; i += 1) {
    emit(`${characters[i] ?? ''}${characters[i + 1] ?? ''}`);
  }
}

function foldedTerm(word: string): string {
  return fold(word).slice(0, longestTerm);
}

/** Width first, so that full-width letters and their punctuation are what they look like; case is kept. */
function normalizeWidth(text: string): string {
  return text.normalize('NFKC');
}

/**
 * Every term under which a text is to be found: words whole and in parts, CJK runs as overlapping bigrams and
 * the last character of a run alone, so that each single character is the beginning of some term.
 */
export function indexTerms(text: string, emit: TermSink): void {
  const normal = normalizeWidth(text);
  for (const run of runsOf(normal)) {
    if (run.kind === wordCharacter) {
      emit(foldedTerm(run.text));
      for (const part of identifierParts(run.text)) emit(foldedTerm(part));
    } else {
      const folded = fold(run.text);
      bigrams(folded, emit);
      const last = Array.from(folded).at(-1);
      if (last !== undefined) emit(last);
    }
  }
  for (const pair of joinedPairs(normal)) emit(pair);
  for (const found of normal.matchAll(punctuated)) {
    emit(foldedTerm(found[0]));
    if (/^v\d/iu.test(found[0])) emit(foldedTerm(found[0].slice(1)));
  }
}

export interface QueryTerm {
  readonly term: string;
  readonly cjk: boolean;
  /** A single CJK character: found as the beginning of a term. */
  readonly prefix: boolean;
  /** The text ends with it, so it may be the beginning of a longer word. */
  readonly last: boolean;
}

/** Finds the terms of a text to search for, each once. `whole`: take punctuated words as one term. */
class QueryTerms {
  readonly terms = new Map<string, QueryTerm>();

  constructor(
    readonly text: string,
    whole: boolean,
  ) {
    let at = 0;
    if (whole) {
      for (const found of text.matchAll(punctuated)) {
        this.#addRuns(at, found.index);
        at = found.index + found[0].length;
        this.#add(foldedTerm(found[0]), false, at);
      }
    }
    this.#addRuns(at, text.length);
  }

  #add(term: string, cjk: boolean, end: number, prefix = false): void {
    const last = end === this.text.length && !cjk;
    if (term !== '') this.terms.set(term, { term, cjk, prefix, last });
  }

  #addRuns(from: number, until: number): void {
    let at = from;
    for (const run of runsOf(this.text.slice(from, until))) {
      const end = this.text.indexOf(run.text, at) + run.text.length;
      at = end;
      const folded = fold(run.text);
      if (run.kind === wordCharacter) this.#add(folded.slice(0, longestTerm), false, end);
      else if (Array.from(folded).length === 1) this.#add(folded, true, end, true);
      else {
        bigrams(folded, (term) => {
          this.#add(term, true, end);
        });
      }
    }
  }
}

/**
 * The terms that all stand in a text that holds `text`: the fewest that decide it. A punctuated word that is indexed
 * whole is one term, or, where that finds nothing (`parts`), its parts like those of any other.
 */
export function queryTerms(text: string, as: 'whole' | 'parts' = 'whole'): readonly QueryTerm[] {
  return [...new QueryTerms(normalizeWidth(text), as === 'whole').terms.values()];
}

/** The joined pairs of a word of the query, to put clips first that hold them. */
export function queryPairs(text: string): readonly string[] {
  return [...new Set(joinedPairs(normalizeWidth(text)))];
}
