/** Where no separator stands between them, spaces may: `networking tcp_ip web`. */
export type TagStyle = 'list' | 'words';

/**
 * The one reader of tags: a list, objects with a name, an object whose keys are the tags, or a text. Of a text the JSON,
 * Python and YAML lists (`["a","b"]`, `['a', 'b']`, `[a, b]`), separators of any kind, `#a #b`.
 */
export function readTags(value: unknown, style: TagStyle = 'list'): string[] {
  if (typeof value === 'string') return fromText(value, style);
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.slice(0, most).flatMap((item) => nameOf(item));
  if (typeof value === 'object' && value !== null) return Object.keys(value).slice(0, most);
  return [];
}

/** More are no tags; a clip keeps 200. */
const most = 1_000;
const longest = 20_000;

function nameOf(item: unknown): string[] {
  if (typeof item === 'string' || typeof item === 'number') return [String(item)];
  if (typeof item !== 'object' || item === null) return [];
  for (const key of ['name', 'tag', 'label', 'title', 'text']) {
    const name: unknown = Reflect.get(item, key);
    if (typeof name === 'string') return [name];
  }
  return personIn(item);
}

/** Zotero and CSL have the parts of a name apart. */
function personIn(item: object): string[] {
  const part = (...names: readonly string[]) =>
    names
      .map((name): unknown => Reflect.get(item, name))
      .find((value): value is string => typeof value === 'string') ?? '';
  const name = `${part('firstName', 'given')} ${part('lastName', 'family')}`.trim();
  return name === '' ? [] : [name];
}

function fromText(whole: string, style: TagStyle): string[] {
  const text = whole.slice(0, longest).trim();
  const isList = text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');
  const inner = isList ? text.slice(1, -1) : text;
  const quoted = isList
    ? [...inner.matchAll(/(?<!\\)"((?:[^"\\]|\\[^])*)"|(?<!\\)'((?:[^'\\]|\\[^])*)'/g)]
    : [];
  if (quoted.length > 0)
    return quoted.map(([, double, single]) => (double ?? single ?? '').replaceAll(/\\(.)/g, '$1'));
  if (/[,，、;；|\n]/.test(inner)) return inner.split(/[,，、;；|\n]/).map(withoutMarks);
  const words = inner.split(/\s+/);
  const hashed = words.length > 1 && words.every((word) => /^#\S/.test(word));
  return style === 'words' || hashed ? words.map(withoutMarks) : [withoutMarks(inner)];
}

/** Without Obsidian's link, Logseq's brackets and the sign before a tag. */
function withoutMarks(text: string): string {
  return text
    .trim()
    .replace(/^#?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]$/, '$1')
    .replace(/^["'](.*)["']$/, '$1')
    .replace(/^#(?=\S)/, '');
}
