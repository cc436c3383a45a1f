import search from 'approx-string-match';
import type { TextBlock } from '../../src/core/clip/article.ts';
import { segmentsOf } from '../../src/core/highlight/anchor.ts';
import type { HighlightAnchor } from '../../src/core/highlight/highlight.ts';
import { createReanchor } from '../../src/core/highlight/reanchor.ts';
import { joined } from './text-pair.ts';

/** A passage of the earlier text, as offsets into its joined blocks. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly anchor: HighlightAnchor;
}

/** Finds a passage in the later text: offsets there, or null where it says that the passage is gone. */
export type Find = (passage: Passage) => { readonly start: number; readonly end: number } | null;

export interface Method {
  readonly name: string;
  readonly prepare: (earlier: readonly TextBlock[], later: readonly TextBlock[]) => Find;
}

export const methods: readonly Method[] = [
  { name: 'Clipshelf: both texts known', prepare: ours },
  {
    name: 'offsets (Karakeep, Linkwarden)',
    prepare:
      () =>
      ({ start, end }) => ({ start, end }),
  },
  { name: 'exact quote and context (Obsidian)', prepare: exactQuote },
  {
    name: 'approximate quote, no floor (Hypothesis)',
    prepare: (earlier, later) => approximate(earlier, later, 0),
  },
  { name: 'the same, floor 0.75', prepare: (earlier, later) => approximate(earlier, later, 0.75) },
];

function ours(earlier: readonly TextBlock[], later: readonly TextBlock[]): Find {
  const reanchor = createReanchor(earlier, later);
  const starts = startsOf(later);
  return ({ anchor }) => {
    const found = reanchor(anchor);
    if (found.state === 'absent') return null;
    const segments = segmentsOf(later, found.anchor);
    const [first, last] = [segments[0], segments.at(-1)];
    if (first === undefined || last === undefined) return null;
    return { start: (starts[first.block] ?? 0) + first.start, end: (starts[last.block] ?? 0) + last.end };
  };
}

export function startsOf(blocks: readonly TextBlock[]): readonly number[] {
  let at = 0;
  return blocks.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

function exactQuote(_: readonly TextBlock[], later: readonly TextBlock[]): Find {
  const text = joined(later);
  return ({ anchor: { quote, prefix, suffix } }) => {
    let best: { at: number; score: number } | null = null;
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      const score = context(text, at, at + quote.length, prefix, suffix);
      if (best === null || score > best.score) best = { at, score };
    }
    return best === null ? null : { start: best.at, end: best.at + quote.length };
  };
}

/** As Hypothesis weighs: quote 50, text before 20, text after 20, place 2. */
function approximate(earlier: readonly TextBlock[], later: readonly TextBlock[], floor: number): Find {
  const text = joined(later);
  const length = Math.max(1, joined(earlier).length);
  return ({ start: hint, anchor: { quote, prefix, suffix } }) => {
    const most = Math.min(256, Math.floor(quote.length / 2));
    let best: { start: number; end: number; score: number } | null = null;
    for (const { start, end, errors } of search(text, quote, most)) {
      const near = 1 - Math.abs(start - hint) / Math.max(length, text.length);
      const around =
        20 * similar(prefix, text.slice(Math.max(0, start - prefix.length), start)) +
        20 * similar(suffix, text.slice(end, end + suffix.length));
      const score = (50 * (1 - errors / quote.length) + around + 2 * near) / 92;
      if (best === null || score > best.score) best = { start, end, score };
    }
    return best === null || best.score < floor ? null : best;
  };
}

function similar(wanted: string, there: string): number {
  if (wanted === '') return 1;
  const [best] = search(there, wanted, wanted.length).sort((a, b) => a.errors - b.errors);
  return best === undefined ? 0 : 1 - best.errors / wanted.length;
}

function context(text: string, start: number, end: number, prefix: string, suffix: string): number {
  let same = 0;
  while (same < prefix.length && text[start - 1 - same] === prefix[prefix.length - 1 - same]) same += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return same + after;
}
