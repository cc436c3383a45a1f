import { maxTagLength, parseTag, parseTags } from '../core/tag/tag.ts';

/** What a tag field holds: labels of the chips made, and the text still being typed. */
export interface TagEntry {
  readonly tags: readonly string[];
  readonly text: string;
}

export interface TagSuggestion {
  readonly label: string;
  /**
   * `recent` and `known` are in the library, `page` is the page's own, `similar` is on clips like it, `title` and `code` are
   * named there, `new` is what the typed text would become.
   */
  readonly origin: 'recent' | 'known' | 'page' | 'similar' | 'title' | 'code' | 'new';
}

const shownOptions = 8;

/** The entry with these texts as chips too; what means no tag, or one that is there, changes nothing. */
export function withTags(entry: TagEntry, texts: readonly string[]): TagEntry {
  return { ...entry, tags: parseTags([...entry.tags, ...texts]).map((tag) => tag.label) };
}

/** The typed text as chips, and nothing typed; what is too long for a tag stays as typed. */
export function committed(entry: TagEntry): TagEntry {
  const isTooLong = parseTags([entry.text]).length === 0 && entry.text.trim().length > maxTagLength;
  return { ...withTags(entry, [entry.text]), text: isTooLong ? entry.text : '' };
}

/** New text in the field: all that stands before a separator becomes chips. */
export function typed(entry: TagEntry, text: string): TagEntry {
  const parts = text.split(/[,，、]/u);
  const rest = parts.pop() ?? '';
  if (parts.length === 0) return { ...entry, text };
  return { ...withTags(entry, parts), text: rest.trimStart() };
}

/** Takes the last chip back into the field, to be edited. */
export function reopened(entry: TagEntry): TagEntry {
  return { tags: entry.tags.slice(0, -1), text: entry.tags.at(-1) ?? entry.text };
}

export function withoutTag(entry: TagEntry, label: string): TagEntry {
  return { ...entry, tags: entry.tags.filter((tag) => tag !== label) };
}

/** The options under the field: suggestions that are not chips yet, and last what the text itself would become. */
export function tagOptions(entry: TagEntry, suggestions: readonly TagSuggestion[]): TagSuggestion[] {
  const taken = new Set(parseTags(entry.tags).map((tag) => tag.key));
  const options: TagSuggestion[] = [];
  const add = (suggestion: TagSuggestion) => {
    const key = parseTag(suggestion.label)?.key;
    if (key === undefined || taken.has(key)) return;
    taken.add(key);
    options.push(suggestion);
  };
  const meant = parseTag(entry.text);
  for (const suggestion of suggestions) {
    if (options.length < shownOptions) add(suggestion);
  }
  if (meant !== null) add({ label: meant.label, origin: 'new' });
  return options;
}
