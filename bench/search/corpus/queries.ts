import { fold } from '../../../src/search/text/fold.ts';
import type { Saved } from './library.ts';
import { pick, seededRandom } from './random.ts';

export const queryClasses = [
  'title words',
  'Chinese phrase',
  'identifier',
  'prefix',
  'one typo',
  'mixed',
  'phrase across a stop word',
] as const;
export type QueryClass = (typeof queryClasses)[number];

export interface KnownItem {
  readonly kind: QueryClass;
  readonly query: string;
  /** Clips that truly hold what the query was made from. */
  readonly relevant: readonly string[];
}

type Random = () => number;

function textOf({ body }: Saved, kinds: readonly string[]): readonly string[] {
  return body.blocks.filter((block) => kinds.includes(block.kind)).map((block) => block.text);
}

function anyOf(random: Random, found: readonly string[]): string | null {
  return found.length === 0 ? null : pick(random, found);
}

function matchesIn(texts: readonly string[], pattern: RegExp): readonly string[] {
  return texts.flatMap((text) => text.match(pattern) ?? []);
}

function cut(random: Random, run: string, least: number, most: number): string {
  const characters = Array.from(run);
  const size = Math.min(characters.length, least + Math.floor(random() * (most - least + 1)));
  const start = Math.floor(random() * (characters.length - size + 1));
  return characters.slice(start, start + size).join('');
}

function withTypo(random: Random, word: string): string {
  const at = Math.floor(random() * word.length);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  const next = Math.min(at, word.length - 2);
  return word.slice(0, next) + (word[next + 1] ?? '') + (word[next] ?? '') + word.slice(next + 2);
}

const stopWords = 'the|of|a|an|to|in|is|and|for|on|with|as|at';

interface Made {
  readonly query: string;
  /** What a relevant clip's text holds, all of it. */
  readonly holds: readonly string[];
}

const makers: Record<QueryClass, (random: Random, clip: Saved) => Made | null> = {
  'title words'(random, { clip }) {
    const words = clip.title.match(/[\p{Script=Han}]{2,}|[A-Za-z][\w.+#-]{2,}/gu) ?? [];
    const parts = words.map((word) => (/\p{Script=Han}/u.test(word) ? cut(random, word, 2, 4) : word));
    const some = parts.filter(() => random() < 0.7).slice(0, 4);
    return some.length < 2 ? null : { query: some.join(' '), holds: some };
  },
  'Chinese phrase'(random, clip) {
    const run = anyOf(random, matchesIn(textOf(clip, ['prose']), /\p{Script=Han}{5,}/gu));
    if (run === null) return null;
    const phrase = cut(random, run, 5, 8);
    return { query: phrase, holds: [phrase] };
  },
  identifier(random, clip) {
    const pattern =
      /(?<!\w)(?:[A-Za-z_]\w{2,}(?:(?:\.|::|->)[A-Za-z_]\w{2,})+|[a-z]+[A-Z]\w{3,}|[A-Za-z]+_\w{3,})/gu;
    const name = anyOf(random, matchesIn(textOf(clip, ['code']), pattern));
    return name === null || name.length > 40 ? null : { query: name, holds: [name] };
  },
  prefix(random, clip) {
    const word = anyOf(random, matchesIn(textOf(clip, ['prose']), /(?<![\w])[A-Za-z]{8,16}(?![\w])/gu));
    return word === null ? null : { query: word.slice(0, 6), holds: [word.slice(0, 6)] };
  },
  'one typo'(random, clip) {
    const word = anyOf(
      random,
      matchesIn(
        [clip.clip.title, ...textOf(clip, ['prose', 'heading'])],
        /(?<![\w])[A-Za-z]{6,14}(?![\w])/gu,
      ),
    );
    if (word === null) return null;
    const typo = withTypo(random, word.toLowerCase());
    return typo === word.toLowerCase() ? null : { query: `${typo} `, holds: [word] };
  },
  mixed(random, clip) {
    const blocks = textOf(clip, ['prose']).filter((text) => /\p{Script=Han}/u.test(text));
    const block = anyOf(random, blocks) ?? '';
    const latin = anyOf(random, block.match(/[A-Za-z][\w.]{2,}/gu) ?? []);
    const runs = (block.match(/\p{Script=Han}{2,}/gu) ?? []).map((run) => cut(random, run, 2, 3));
    if (latin === null || new Set(runs).size < 2) return null;
    const first = pick(random, runs);
    const chosen = [
      latin,
      first,
      pick(
        random,
        runs.filter((run) => run !== first),
      ),
    ];
    return { query: chosen.join(random() < 0.3 ? '' : ' '), holds: chosen };
  },
  'phrase across a stop word'(random, clip) {
    const pattern = new RegExp(`\\b[A-Za-z]{4,} (?:${stopWords}) [A-Za-z]{4,} [A-Za-z]{3,}\\b`, 'gu');
    const phrase = anyOf(random, matchesIn(textOf(clip, ['prose']), pattern));
    return phrase === null ? null : { query: `"${phrase}"`, holds: [phrase] };
  },
};

/** What matters is that something is found, so a query that half the library answers is no query. */
const mostRelevant = 3;

/**
 * Queries made from a library by rule: for each class `each` clips at random, kept where at most three clips hold
 * what the query was made from.
 */
export function knownItems(library: readonly Saved[], each: number, seed: number): readonly KnownItem[] {
  const random = seededRandom(seed);
  const texts = library.map((saved) => ({
    id: saved.clip.id,
    text: fold([saved.clip.title, ...saved.body.blocks.map((block) => block.text)].join('\n')),
    title: fold(saved.clip.title),
  }));
  return queryClasses.flatMap((kind) => {
    const made: KnownItem[] = [];
    for (let tries = 0; tries < each * 30 && made.length < each; tries += 1) {
      const clip = pick(random, library);
      const one = makers[kind](random, clip);
      if (one === null) continue;
      const holds = one.holds.map(fold);
      const relevant = texts
        .filter(({ text, title }) =>
          holds.every((part) => (kind === 'title words' ? title : text).includes(part)),
        )
        .map(({ id }) => id);
      if (relevant.length <= mostRelevant) made.push({ kind, query: one.query, relevant });
    }
    return made;
  });
}

/** Queries of the same classes for timing, from a few clips; no search for how many others answer them. */
export function timedQueries(
  sample: readonly Saved[],
  each: number,
): readonly Pick<KnownItem, 'kind' | 'query'>[] {
  const random = seededRandom(99);
  return queryClasses.flatMap((kind) => {
    const made: Pick<KnownItem, 'kind' | 'query'>[] = [];
    for (let tries = 0; tries < each * 60 && made.length < each; tries += 1) {
      const one = makers[kind](random, pick(random, sample));
      if (one !== null) made.push({ kind, query: one.query });
    }
    return made;
  });
}
