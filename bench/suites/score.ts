import type { SuiteTruth } from './suite-pages.ts';

/** What of a text is right, too much, and missing: shares of a page, or numbers of pieces. */
export interface Match {
  readonly right: number;
  readonly wrong: number;
  readonly missing: number;
}

const shingle = 4;

/** By runs of four words, so that order counts; each page weighs the same. */
export function matchTexts(truth: string, text: string): Match {
  const expected = shinglesOf(truth);
  const found = shinglesOf(text);
  let right = 0;
  let wrong = 0;
  let missing = 0;
  for (const [run, count] of found) {
    const wanted = expected.get(run) ?? 0;
    right += Math.min(count, wanted);
    wrong += Math.max(0, count - wanted);
  }
  for (const [run, count] of expected) missing += Math.max(0, count - (found.get(run) ?? 0));
  const all = right + wrong + missing;
  return all === 0
    ? { right: 0, wrong: 0, missing: 0 }
    : { right: right / all, wrong: wrong / all, missing: missing / all };
}

function shinglesOf(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const found = new Map<string, number>();
  if (words.length === 0) return found;
  for (let at = 0; at < Math.max(1, words.length - shingle + 1); at++) {
    const run = words.slice(at, at + shingle).join(' ');
    found.set(run, (found.get(run) ?? 0) + 1);
  }
  return found;
}

/** By pieces of text that must be there, and others that must not. */
export function matchPieces(truth: Extract<SuiteTruth, { with: unknown }>, text: string): Match {
  const line = (piece: string): string => piece.replace(/\s+/g, ' ').trim();
  const whole = line(text);
  const right = truth.with.filter((piece) => whole.includes(line(piece))).length;
  const wrong = truth.without.filter((piece) => whole.includes(line(piece))).length;
  return { right, wrong, missing: truth.with.length - right };
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Of one page, or of pieces counted together. */
export function scoreOf({ right, wrong, missing }: Match): Score {
  const precision = right + wrong === 0 ? (missing === 0 ? 1 : 0) : right / (right + wrong);
  const recall = right + missing === 0 ? 1 : right / (right + missing);
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** The mean over pages, as suites with whole texts reckon; of pieces the sum, as theirs does. */
export function scoreAll(matches: readonly Match[], inPieces: boolean): Score {
  if (inPieces)
    return scoreOf({
      right: total(matches.map(({ right }) => right)),
      wrong: total(matches.map(({ wrong }) => wrong)),
      missing: total(matches.map(({ missing }) => missing)),
    });
  const precise = matches
    .filter(({ right, wrong }) => right + wrong > 0)
    .map((match) => scoreOf(match).precision);
  const whole = matches
    .filter(({ right, missing }) => right + missing > 0)
    .map((match) => scoreOf(match).recall);
  const [precision, recall] = [total(precise) / precise.length, total(whole) / whole.length];
  return { precision, recall, f1: harmonic(precision, recall) };
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
