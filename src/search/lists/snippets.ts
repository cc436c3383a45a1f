import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { canonicalLanguage } from '../query/label-names.ts';
import type { Query } from '../query/query.ts';
import { fold } from '../text/fold.ts';

/** A code block of the library. */
export interface Snippet {
  readonly clip: Clip;
  /** Index into the body's blocks: the reader opens there. */
  readonly block: number;
  readonly code: string;
  readonly language: string | null;
  readonly guessed: boolean;
  readonly fileName: string | null;
  /** The heading that it stands under; null before the first. */
  readonly heading: string | null;
  /** Places of the searched words in the code, UTF-16 units. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

export interface SnippetFilter {
  /** Canonical names; any language where there is none. */
  readonly languages: ReadonlySet<string>;
  /** What must stand in the code, each of them, without regard to case. */
  readonly words: readonly string[];
}

/** What a query asks of a code block: its `lang:` and its words. The rest (tags, sites …) is asked of the clip. */
export function snippetFilter(query: Query): SnippetFilter {
  const items = query.groups.filter((group) => !group.not).flatMap((group) => group.items);
  return {
    languages: new Set(
      items.flatMap((item) =>
        item.kind === 'filter' && item.filter.name === 'lang' ? [item.filter.value] : [],
      ),
    ),
    words: items.flatMap((item) => (item.kind === 'filter' ? [] : [item.text])),
  };
}

/** The code blocks of a clip that the filter admits, in reading order. */
export function snippetsOf(
  clip: Clip,
  body: Pick<ClipBody, 'blocks'>,
  { languages, words }: SnippetFilter,
): Snippet[] {
  const snippets: Snippet[] = [];
  let heading: string | null = null;
  for (const [index, block] of body.blocks.entries()) {
    if (block.kind === 'heading') heading = block.text;
    if (block.kind !== 'code' || block.text.trim() === '') continue;
    const language = block.language;
    if (languages.size > 0 && (language === null || !languages.has(canonicalLanguage(language)))) continue;
    const ranges = rangesOf(block.text, words);
    if (ranges === null) continue;
    snippets.push({
      clip,
      block: index,
      code: block.text,
      language,
      guessed: block.guessed === true,
      fileName: block.fileName ?? null,
      heading,
      ranges,
    });
  }
  return snippets;
}

/** More marks than this help no one. */
const mostRanges = 200;

/** Where the words stand; null unless each of them does. */
function rangesOf(code: string, words: readonly string[]): Snippet['ranges'] | null {
  if (words.length === 0) return [];
  const lower = code.toLowerCase();
  // Lower-casing changes the length of a few letters: their places would be wrong, so only presence counts then.
  const places = lower.length === code.length;
  const ranges: [number, number][] = [];
  for (const word of words) {
    const wanted = fold(word);
    let at = lower.indexOf(wanted);
    if (at < 0) return null;
    if (!places) continue;
    for (; at >= 0 && ranges.length < mostRanges; at = lower.indexOf(wanted, at + wanted.length)) {
      ranges.push([at, at + wanted.length]);
    }
  }
  return ranges;
}
