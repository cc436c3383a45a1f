import type { TagReplacement } from '../../core/tag/replace-tags.ts';
import { isFilterName, readFilter } from './filters.ts';
import { foldedTag } from './label-names.ts';
import { splitQuery } from './split-query.ts';

/** Only `tag:` is of interest, and it does not depend on the time. */
const anyTime = 0;

/**
 * The query with its `tag:` filters following tags that were renamed, merged or moved, by key; everything else stays as it
 * was typed, also a filter by a tag that was deleted.
 */
export function queryWithTags(text: string, targets: ReadonlyMap<string, TagReplacement['to']>): string {
  const byFolded = new Map([...targets].map(([key, to]) => [foldedTag(key), to]));
  let renamed = '';
  let from = 0;
  for (const { kind, name, value, raw, start, end } of splitQuery(text, isFilterName)) {
    if (kind !== 'filter') continue;
    const meaning = readFilter(name, value, anyTime);
    if (meaning?.kind !== 'filter' || meaning.filter.name !== 'tag') continue;
    const to = byFolded.get(meaning.filter.value);
    if (to === undefined || to === null) continue;
    const colon = raw.search(/[:：]/u) + 1;
    renamed += `${text.slice(from, start)}${raw.slice(0, colon)}${quoted(to.label)}`;
    from = end;
  }
  return renamed + text.slice(from);
}

/** As a filter's value: in quotes where it has what would end it. */
function quoted(label: string): string {
  return /[\s"“”「」『』]/u.test(label) ? `"${label.replaceAll('"', '')}"` : label;
}
