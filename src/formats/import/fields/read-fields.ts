import type { ImportProblem } from '../../../core/job/import-problem.ts';
import {
  folderTag,
  type ImportedContent,
  type ImportedHighlight,
  type ImportEntry,
  importedClip,
  type Place,
  problem,
  remark,
} from '../imported-clip.ts';
import type { DayOrder } from '../../../core/job/file-work.ts';
import { readDate } from './dates.ts';
import { fieldNames, type Role, vagueDates } from './field-names.ts';
import { readHighlights } from './highlights.ts';
import { addressIn, dateText, isGiven, noteText, plainLinks, textOf } from './read-values.ts';
import { isFlag, isYes, stateOf } from './states.ts';
import { readTags, type TagStyle } from './tag-list.ts';

/** What a source says of one page, by `fieldKey`s: texts of a table, values of an object or of front matter. */
export type Fields = ReadonlyMap<string, unknown>;

/** How a source differs from what its fields' names say. */
export interface Dialect {
  /** Fields that mean something else there, or are in no other source. */
  readonly roles?: Partial<Record<Role, readonly string[]>>;
  readonly tagStyle?: TagStyle;
  /** What full progress is. */
  readonly fullProgress?: number;
  readonly content?: ImportedContent['kind'];
}

export interface FieldsRead {
  readonly entry: ImportEntry;
  /** Which fields were read. */
  readonly used: ReadonlySet<string>;
}

/** The clip that the fields tell of, or why they tell of none. */
export function readFields(
  fields: Fields,
  dialect: Dialect,
  place: Place,
  order: DayOrder | null,
  more: { readonly content?: ImportedContent | null; readonly remarks?: readonly ImportProblem[] } = {},
): FieldsRead {
  const { pick, all, used } = picker(fields, dialect);
  const remarks: ImportProblem[] = [...(more.remarks ?? [])];
  const date = (value: unknown) => {
    const text = dateText(value);
    // 0 and false are how exporters say "never".
    if (text === '' || /^(?:0(?:\.0+)?|false|null|none|-)$/i.test(text)) return null;
    const found = readDate(text, order);
    if (found !== null && found !== 'ambiguous') return found;
    remarks.push(remark(found === null ? 'bad-date' : 'ambiguous-date', text, place));
    return null;
  };
  const state = stateOf(textOf(pick('state')));
  const url = addressIn(textOf(firstAddress(pick('url'))));
  const title = textOf(pick('title')).trim();
  if (state === 'trash' || state === 'feed')
    return { entry: problem(state === 'feed' ? 'not-saved' : 'in-trash', title || url, place), used };
  const { saved, published } = datesOf(fields, pick, used);
  const read = pick('read');
  const readAt = date(pick('readAt')) ?? (isFlag(read) ? null : date(read));
  const progress = Number(textOf(pick('progress')).replace('%', '') || 0);
  const highlights = readHighlights(pick('highlights'));
  const savedAt = date(saved)?.time ?? null;
  const said = {
    url,
    title,
    tags: [...readFolders(pick('folder')), ...readTags(pick('tags'), dialect.tagStyle)],
    note: all('note').map(noteText).join('\n\n'),
    highlights,
    description: textOf(pick('description')),
    author: plainLinks(textOf(pick('author'))),
    siteName: plainLinks(textOf(pick('site'))),
    language: textOf(pick('language')).trim() || null,
    savedAt,
    publishedAt: date(wholeDate(published))?.iso ?? null,
    read: isYes(read) || readAt !== null || state === 'read' || progress >= (dialect.fullProgress ?? 100),
    readAt: readAt?.time ?? null,
    starred: isYes(pick('starred')) || state === 'starred',
    content: more.content ?? contentOf(textOf(pick('content')), dialect.content),
  };
  pick('unneeded');
  return { entry: importedClip(said, place, remarks), used };
}

type Pick = (role: Role) => unknown;

function picker(fields: Fields, { roles = {} }: Dialect) {
  const used = new Set<string>();
  const claimed = new Set(Object.values(roles).flat());
  const namesOf = (role: Role) => [
    ...(roles[role] ?? []),
    // A name that the dialect gives to another role is not this one's.
    ...fieldNames[role].filter((name) => !claimed.has(name)),
  ];
  const given = (role: Role) => {
    const names = namesOf(role).filter((name) => isGiven(fields.get(name)));
    return role === 'url' ? addressFirst(names, fields) : names;
  };
  return {
    used,
    pick: (role: Role): unknown => {
      const names = given(role);
      for (const name of role === 'unneeded' ? names : names.slice(0, 1)) used.add(name);
      return fields.get(names[0] ?? '');
    },
    all: (role: Role): string[] => {
      const names = given(role);
      for (const name of names) used.add(name);
      return [...new Set(names.map((name) => textOf(fields.get(name)).trim()))].filter((text) => text !== '');
    },
  };
}

/** Among fields that may hold the address, one that does: `source` is an address, or a word. */
function addressFirst(names: readonly string[], fields: Fields): string[] {
  const good = names.filter((name) => /^https?:/i.test(addressIn(textOf(fields.get(name)))));
  return [...good, ...names.filter((name) => !good.includes(name))];
}

/** Of several addresses (a page and its copies) the first. */
function firstAddress(value: unknown): unknown {
  return Array.isArray(value)
    ? (value.find((item) => /^https?:/i.test(addressIn(textOf(item)))) ?? value)
    : value;
}

/** A vague `date` is the day it was published where another field says when it was saved. */
function datesOf(
  fields: Fields,
  pick: Pick,
  used: Set<string>,
): { readonly saved: unknown; readonly published: unknown } {
  const published = pick('published');
  const saved = pick('saved');
  if (isGiven(published) || !isGiven(fields.get('date'))) return { saved, published };
  const others = fieldNames.saved.filter((name) => !vagueDates.has(name) && fields.has(name));
  if (others.length === 0) return { saved, published };
  used.add('date');
  return { saved, published: fields.get('date') };
}

/** A year or a month alone, as lists of literature have them, is its first day. */
function wholeDate(value: unknown): unknown {
  const [, year, month = '01'] = /^((?:19|20)\d{2})(?:[-/](\d{1,2}))?$/.exec(dateText(value)) ?? [];
  return year === undefined ? value : `${year}-${month.padStart(2, '0')}-01`;
}

/** Where tools put what is in no folder. */
const noFolder =
  /^(?:unsorted|unorganized|unread|starred|inbox|archive|none|default|root|未分类|未排序|未整理|默认|默认收藏夹|我的收藏)?$/i;

/** `Dev / Go`, `Dev/Go`, `Dev > Go`, or a list of these. */
function readFolders(value: unknown): string[] {
  const paths = Array.isArray(value) ? readTags(value) : [textOf(value)];
  return paths.flatMap((path) => {
    const levels = path.slice(0, 2_000).split(/\s?[/\\>]\s?/);
    return levels.length === 1 && noFolder.test(path.trim()) ? [] : folderTag(levels);
  });
}

function contentOf(text: string, kind: ImportedContent['kind'] | undefined): ImportedContent | null {
  if (text.trim() === '') return null;
  return { kind: kind ?? (/<\/?[a-z][^<>]*>/i.test(text.slice(0, 20_000)) ? 'html' : 'markdown'), text };
}

/** For fields whose highlights were read elsewhere. */
export function withHighlights(entry: ImportEntry, more: readonly ImportedHighlight[]): ImportEntry {
  if (entry.kind === 'problem' || more.length === 0) return entry;
  return { ...entry, clip: { ...entry.clip, highlights: [...entry.clip.highlights, ...more] } };
}
