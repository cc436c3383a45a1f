import { ColumnScan } from '../fields/column-scan.ts';
import type { DayOrder } from '../../../core/job/file-work.ts';
import { fieldKey } from '../fields/field-names.ts';
import { type Fields, readFields } from '../fields/read-fields.ts';
import { textOf } from '../fields/read-values.ts';
import { folderTag, type ImportEntry, type Place, problem, remark } from '../imported-clip.ts';
import { withAddressFields } from './bare-addresses.ts';
import { jsonDialect } from './json-dialects.ts';
import { parseJson, parseJsonLines, wrongShape } from './json-entries.ts';

/**
 * The pages in any JSON: every object with an address, wherever it lies, read by its fields' names. Objects with a name
 * and children are folders. Reads browsers' backups, Pinboard, wallabag, Pocket's API, GoodLinks, tab managers and others.
 */
export function importRecords(json: string, order: DayOrder | null): Generator<ImportEntry> {
  return recordsIn(withAddressFields(parseJson(json)), json, order);
}

/** The same of JSON Lines. A line that is none costs itself. */
export function* importJsonLines(text: string, order: DayOrder | null): Generator<ImportEntry> {
  const { values, broken } = parseJsonLines(text);
  for (const line of broken) yield problem('wrong-shape', line.text, { line: line.line });
  yield* recordsIn(values, text, order);
}

function* recordsIn(value: unknown, json: string, order: DayOrder | null): Generator<ImportEntry> {
  const dialect = jsonDialect(json);
  const scan = new ColumnScan();
  const used = new Set<string>();
  const adapted = (found: Found) => dialect.adapt?.(found.fields) ?? found.fields;
  for (const found of records(dialect.list?.(value) ?? value)) {
    if (!('fields' in found)) continue;
    const fields = adapted(found);
    scan.see([...fields].filter(([, field]) => typeof field !== 'object'));
    for (const name of readFields(fields, dialect, {}, null).used) used.add(name);
  }
  let unused = scan.unused(used).map((name) => remark('unused-column', name));
  let number = 0;
  for (const found of records(dialect.list?.(value) ?? value)) {
    number += 1;
    const place: Place = { entry: String(number) };
    if (!('fields' in found)) {
      yield missing(found.value, place);
      continue;
    }
    const { entry } = readFields(adapted(found), dialect, place, order ?? scan.order, { remarks: unused });
    if (entry.kind === 'clip') unused = [];
    yield inFolders(entry, found.folders);
  }
}

function missing(value: unknown, place: Place): ImportEntry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongShape(value, place);
  const fields = fieldsOf(value);
  const title = ['title', 'name', 'text'].map((name) => textOf(fields.get(name))).find((text) => text !== '');
  return title === undefined ? wrongShape(value, place) : problem('no-url', title, place);
}

function inFolders(entry: ImportEntry, folders: readonly string[]): ImportEntry {
  if (entry.kind === 'problem' || folders.length === 0) return entry;
  return { ...entry, clip: { ...entry.clip, tags: [...folderTag(folders), ...entry.clip.tags] } };
}

interface Found {
  readonly fields: Fields;
  readonly folders: readonly string[];
}

/** Deeper ones are not looked into. */
const deepest = 200;

function* records(
  value: unknown,
  folders: readonly string[] = [],
  depth = 0,
): Generator<Found | { readonly value: unknown }> {
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const isList = value.some(isRecord);
    for (const item of value) {
      if (isList && !isRecord(item) && !isContainer(item)) yield { value: item };
      else yield* records(item, folders, depth + 1);
    }
    return;
  }
  if (isRecord(value)) {
    yield { fields: fieldsOf(value), folders };
    return;
  }
  if (Reflect.get(value, 'root') === 'tagsFolder') return;
  for (const [key, child] of Object.entries(value))
    yield* records(child, holders.has(key) ? [...folders, ...nameOf(value, depth)] : folders, depth + 1);
}

/** Whose owner's name is that of a folder. */
const holders = new Set(['children', 'bookmarks', 'links', 'cards', 'folders']);

/** The browsers' own folders (of Firefox they have a `root`, of Chrome they lie in `roots`) are none. */
function nameOf(folder: object, depth: number): string[] {
  if (
    Reflect.has(folder, 'root') ||
    (depth <= 2 && /^[a-f\d-]{36}$/.test(textOf(Reflect.get(folder, 'guid'))))
  )
    return [];
  const name = [Reflect.get(folder, 'title'), Reflect.get(folder, 'name')]
    .map(textOf)
    .find((text) => text !== '');
  return name === undefined ? [] : [name];
}

const addresses =
  'url uri href link given_url resolved_url source_url sourceUrl page_url pageUrl full_url fullUrl original_url originalUrl article_url articleUrl html_url web_url webUrl story_permalink permalink external_url bookmark_url link_url URL Url 网址 链接'.split(
    ' ',
  );

function isRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return addresses.some((name) => {
    const address: unknown = Reflect.get(value, name);
    return typeof address === 'string' && /^[a-z][a-z\d+.-]{1,20}:/i.test(address.slice(0, 30));
  });
}

/** What holds others, or parts them. */
function isContainer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  if (textOf(Reflect.get(value, 'type')).endsWith('separator')) return true;
  return Object.values(value).some(
    (child) => Array.isArray(child) && (child.length === 0 || child.some(isObject)),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function fieldsOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).map(([name, field]) => [fieldKey(name), field]));
}
