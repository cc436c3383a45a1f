import type { Clip } from '../../core/clip/clip.ts';
import { canonicalLanguage } from '../query/label-names.ts';

/** How many of the clips have each value; values by falling count, then by name. */
export interface Facets {
  /** Every level counts what is below it: `lang/go` counts for `lang` too. */
  readonly tags: readonly FacetValue[];
  readonly sites: readonly FacetValue[];
  /** Primary subtags of BCP 47, such as `zh`. */
  readonly textLanguages: readonly FacetValue[];
  readonly codeLanguages: readonly FacetValue[];
  /** Years of saving in the user's time zone, latest first. */
  readonly years: readonly FacetValue[];
  readonly unread: number;
  readonly read: number;
  readonly starred: number;
  /** Clips with a highlight that moved, or is not in their text. */
  readonly moved: number;
  readonly absent: number;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Counts clips by tag (and its parents), site, language, code language, year (local time) and marks. */
export function facetsOf(clips: readonly Clip[]): Facets {
  const [tags, sites, texts, codes, years] = [tally(), tally(), tally(), tally(), tally()];
  let read = 0;
  let starred = 0;
  const unsure = { moved: 0, absent: 0 };
  for (const clip of clips) {
    for (const level of new Set(clip.tags.flatMap(levelsOf))) tags.add(level);
    if (clip.site !== '') sites.add(clip.site);
    if (clip.language !== null) texts.add(primaryLanguage(clip.language));
    for (const language of new Set(clip.codeLanguages.map(canonicalLanguage))) codes.add(language);
    years.add(String(new Date(clip.savedAt).getFullYear()));
    if (clip.readAt !== null) read += 1;
    if (clip.starred) starred += 1;
    for (const state of clip.highlightStates ?? []) unsure[state] += 1;
  }
  return {
    tags: tags.values(),
    sites: sites.values(),
    textLanguages: texts.values(),
    codeLanguages: codes.values(),
    years: years.values().toSorted((a, b) => Number(b.value) - Number(a.value)),
    unread: clips.length - read,
    read,
    starred,
    ...unsure,
  };
}

/** `a/b/c` and what it is below: `a`, `a/b`, `a/b/c`. */
export function levelsOf(tag: string): string[] {
  const levels = tag.split('/');
  return levels.map((_, index) => levels.slice(0, index + 1).join('/'));
}

/** `zh` of `zh-Hans-CN`. */
export function primaryLanguage(language: string): string {
  return language.toLowerCase().split(/[-_]/u)[0] ?? '';
}

function tally() {
  const counts = new Map<string, number>();
  return {
    add(value: string) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    },
    values: (): FacetValue[] =>
      [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}
