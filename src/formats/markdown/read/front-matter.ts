import { parseDocument } from 'yaml';

/** A value of front matter as far as clips need it. */
export type FrontValue = string | boolean | readonly string[];

export interface MarkdownFile {
  /** By lower-case key. */
  readonly front: ReadonlyMap<string, FrontValue>;
  /** Lower-case keys whose values are of another shape: maps, lists of lists. */
  readonly unread: ReadonlySet<string>;
  readonly body: string;
  /** Where a front matter is no YAML; what can be read of it line by line is in `front` all the same. */
  readonly broken: BrokenLine | null;
}

/** A line of the file, from 1. */
export interface BrokenLine {
  readonly line: number;
  readonly text: string;
}

/** Longer ones are not front matter, in UTF-16 units. */
const maxLength = 64 * 1_024;

const none: ReadonlySet<string> = new Set();

type FrontMatter = Pick<MarkdownFile, 'front' | 'unread'>;

/**
 * A Markdown file as front matter and body. YAML aliases are refused (a few hundred bytes of them can stand for
 * gigabytes), nested values are left out, keys never become properties of an object. Never throws.
 */
export function parseMarkdownFile(text: string): MarkdownFile {
  const whole = text.replace(/^\uFEFF/, '');
  const [opening, fence = ''] = /^(---|\+\+\+)[ \t]*\r?\n/.exec(whole.slice(0, 100)) ?? [];
  const rest = opening === undefined ? '' : whole.slice(opening.length, opening.length + maxLength);
  const closing = (fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m).exec(
    rest.replaceAll('\r', ' '),
  );
  if (opening === undefined || closing === null)
    return { front: new Map(), unread: none, body: whole, broken: null };
  const yaml = rest.slice(0, closing.index);
  const body = whole.slice(opening.length + closing.index + closing[0].length).replace(/^\r?\n/, '');
  if (fence === '+++') return { front: readToml(yaml), unread: none, body, broken: null };
  const parsed = parseYaml(yaml);
  return typeof parsed === 'number'
    ? { front: readLines(yaml), unread: none, body, broken: brokenLine(yaml, parsed) }
    : { ...parsed, body, broken: null };
}

function brokenLine(yaml: string, position: number): BrokenLine {
  const lines = yaml.split('\n');
  // What ends too early is found missing on the line after the last.
  const last = yaml.trimEnd().split('\n').length - 1;
  const index = Math.min(yaml.slice(0, position).split('\n').length - 1, last);
  // The fence is the first line of the file.
  return { line: index + 2, text: (lines[index] ?? '').trim() };
}

/** The values, or where the text stops being YAML. */
function parseYaml(yaml: string): FrontMatter | number {
  try {
    const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) return error.pos[0];
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 0 });
    if (value === null) return { front: new Map(), unread: none };
    return value instanceof Map ? plainValues(value) : 0;
  } catch (error) {
    // An alias is a ReferenceError, nesting without end a RangeError.
    if (error instanceof ReferenceError || error instanceof RangeError) return 0;
    throw error;
  }
}

function plainValues(entries: ReadonlyMap<unknown, unknown>): FrontMatter {
  const front = new Map<string, FrontValue>();
  const unread = new Set<string>();
  for (const [each, value] of entries) {
    const key = String(each).toLowerCase();
    if (Array.isArray(value)) {
      const items = value.flatMap(listItem);
      front.set(key, items);
      if (items.length < value.filter((item) => item !== null).length) unread.add(key);
      continue;
    }
    const plain = plainValue(value);
    if (plain !== null) front.set(key, plain);
    else if (value !== null) unread.add(key);
  }
  return { front, unread };
}

function plainValue(value: unknown): string | boolean | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

function listItem(value: unknown): string[] {
  const plain = plainValue(value);
  return plain === null ? [] : [String(plain)];
}

/** `key: value` lines and the lists below a key, for front matter that people wrote and no YAML reader takes (`title: Go: the good parts`). */
function readLines(yaml: string): ReadonlyMap<string, FrontValue> {
  const front = new Map<string, FrontValue>();
  let list: { readonly key: string; readonly items: string[] } | null = null;
  for (const line of yaml.split(/\r?\n/)) {
    const item = /^\s*-\s+(\S.{0,2000})$/.exec(line)?.[1];
    if (item !== undefined && list !== null) {
      list.items.push(unquoted(item));
      front.set(list.key, list.items);
      continue;
    }
    const [, key, value = ''] = /^([\w-]{1,40}):(?:\s+(\S.{0,2000}))?\s*$/.exec(line) ?? [];
    if (key === undefined) continue;
    list = value === '' ? { key: key.toLowerCase(), items: [] } : null;
    // Aliases, anchors, tags and maps are what YAML could not read.
    if (value !== '' && !/^[&*!{|>]/.test(value)) front.set(key.toLowerCase(), unquoted(value));
  }
  return front;
}

/** Hugo's other front matter, as far as a clip needs it: texts, flags, dates, lists in one line; what is in tables is left out. */
function readToml(toml: string): ReadonlyMap<string, FrontValue> {
  const front = new Map<string, FrontValue>();
  for (const line of toml.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) break;
    const [, key, value] = /^\s*["']?([\w-]{1,40})["']?\s*=\s*(\S.{0,2000})$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) front.set(key.toLowerCase(), unquoted(value));
  }
  return front;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
