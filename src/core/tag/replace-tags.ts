import { type Tag, maxTagLength, parseTag } from './tag.ts';

/** On every clip and highlight that has the tag with the key `from`, `to` takes its place; null takes the tag off. */
export interface TagReplacement {
  readonly from: string;
  readonly to: Tag | null;
}

/** The keys after the replacements, in their order, each once. */
export function replaceTagKeys(
  keys: readonly string[],
  replacements: ReadonlyMap<string, Tag | null>,
): string[] {
  const replaced = keys.flatMap((key) => {
    const to = replacements.get(key);
    if (to === undefined) return [key];
    return to === null ? [] : [to.key];
  });
  return [...new Set(replaced)];
}

/** The tag itself and all tags below it. */
export function tagsUnder<Kind extends Tag>(tags: readonly Kind[], key: string): Kind[] {
  return tags.filter((tag) => tag.key === key || tag.key.startsWith(`${key}/`));
}

/**
 * Gives a tag another name; the tags below it move along. Onto a name that is there, the two become one.
 * Null where the name is none, or some tag below it would get longer than a tag may be.
 */
export function renameTag(tags: readonly Tag[], key: string, name: string): TagReplacement[] | null {
  const target = parseTag(name);
  if (target === null) return null;
  const from = tags.find((tag) => tag.key === key);
  const depth = key.split('/').length;
  const replacements: TagReplacement[] = [];
  for (const tag of tagsUnder(tags, key)) {
    const below = tag.label.split('/').slice(depth);
    const to = parseTag([target.label, ...below].join('/'));
    if (to === null || to.label.length > maxTagLength) return null;
    if (to.key !== tag.key || to.label !== tag.label) replacements.push({ from: tag.key, to });
  }
  return from === undefined && replacements.length === 0 ? null : replacements;
}

/** All of these become `into`; what is below them moves below it. */
export function mergeTags(tags: readonly Tag[], keys: readonly string[], into: Tag): TagReplacement[] {
  return keys
    .filter((key) => key !== into.key)
    .flatMap((key) => renameTag(tags, key, into.label) ?? [])
    .filter(({ from }) => from !== into.key);
}

/** Puts tags, with what is below them, below `parent`, or at the top where it is empty. */
export function nestTags(tags: readonly Tag[], keys: readonly string[], parent: string): TagReplacement[] {
  return keys.flatMap((key) => {
    const label = tags.find((tag) => tag.key === key)?.label ?? key;
    const own = label.split('/').at(-1) ?? label;
    return renameTag(tags, key, parent === '' ? own : `${parent}/${own}`) ?? [];
  });
}

/** What takes the place of each tag, by its key. */
export function targetsByKey(replacements: readonly TagReplacement[]): ReadonlyMap<string, Tag | null> {
  return new Map(replacements.map(({ from, to }) => [from, to]));
}

/** The clip, or whatever has tags, with its tags replaced; the same object where it has none of them. */
export function withTagsReplaced<Row extends { readonly tags: readonly string[] }>(
  row: Row,
  targets: ReadonlyMap<string, Tag | null>,
): Row {
  const tags = replaceTagKeys(row.tags, targets);
  const same = tags.length === row.tags.length && tags.every((tag, index) => tag === row.tags[index]);
  return same ? row : { ...row, tags };
}

/** The tags that nothing has after the replacements: replaced, and not what another is replaced by. */
export function goneTags(targets: ReadonlyMap<string, Tag | null>): string[] {
  const kept = new Set([...targets.values()].map((tag) => tag?.key));
  return [...targets.keys()].filter((key) => !kept.has(key));
}
