import type { Dialect, Fields } from '../fields/read-fields.ts';
import { isGiven, textOf } from '../fields/read-fields.ts';

/** What is special in the JSON of a tool. */
interface JsonDialect extends Dialect {
  readonly name: string;
  /** Fields that the objects of no other tool have together, as they stand in the JSON. */
  readonly fields: readonly string[];
  /** Where the pages are, if not everything with an address is one. */
  readonly list?: (value: unknown) => unknown;
  /** The fields of a page in the forms that `readFields` knows. */
  readonly adapt?: (fields: Fields) => Fields;
}

const dialects: readonly JsonDialect[] = [
  {
    name: 'Pinboard',
    fields: ['href', 'extended'],
    roles: { title: ['description'], note: ['extended'] },
    tagStyle: 'words',
  },
  {
    name: 'wallabag',
    fields: ['is_archived', 'url'],
    roles: { author: ['published by'], highlights: ['annotations'] },
    content: 'html',
    adapt: (fields) => without(fields, 'content', /^\s*wallabag can't retrieve contents/),
  },
  { name: 'Omnivore', fields: ['slug', 'readingProgress', 'url'], fullProgress: 100 },
  { name: 'Pocket', fields: ['item_id', 'given_url'], adapt: (fields) => withState(fields) },
  {
    name: 'SimpRead',
    fields: ['unrdist'],
    list: (value) => (typeof value === 'object' && value !== null ? Reflect.get(value, 'unrdist') : null),
  },
  {
    name: 'Memex',
    fields: ['pageUrl', 'createdWhen', 'body'],
    list: withSchemes,
    adapt: asHighlight,
  },
  { name: 'Firefox', fields: ['typeCode', 'children'], adapt: withDescription },
  { name: 'Chrome', fields: ['roots', 'bookmark_bar'] },
];

/** The dialect of a JSON text, by the names of fields near its start; most need none. */
export function jsonDialect(json: string): JsonDialect {
  const start = json.slice(0, 256 * 1_024);
  const names = new Set(Array.from(start.matchAll(/"([\w-]{1,40})"\s{0,9}:/g), ([, name]) => name ?? ''));
  return (
    dialects.find(({ fields }) => fields.every((name) => names.has(name))) ?? { name: 'JSON', fields: [] }
  );
}

function without(fields: Fields, name: string, text: RegExp): Fields {
  if (!text.test(textOf(fields.get(name)).slice(0, 200))) return fields;
  return new Map([...fields].filter(([key]) => key !== name));
}

/** Pocket's API counts: 0 unread, 1 archived, 2 to be deleted. */
function withState(fields: Fields): Fields {
  const state = { '0': 'unread', '1': 'archive', '2': 'deleted' }[textOf(fields.get('status'))];
  return state === undefined ? fields : new Map([...fields, ['status', state]]);
}

/** Memex names pages without their scheme, and has the annotation's own name as `url`. */
function withSchemes(value: unknown): unknown {
  return each(property(value, 'annotations') ?? value).map((annotation) => {
    const page = textOf(property(annotation, 'pageUrl'));
    if (page === '' || typeof annotation !== 'object') return annotation;
    return { ...annotation, pageUrl: '', url: /^https?:/i.test(page) ? page : `https://${page}` };
  });
}

/** An annotation is a row of its own. */
function asHighlight(fields: Fields): Fields {
  const [quote, comment] = [fields.get('body'), fields.get('comment')];
  const highlight = { quote, note: comment, created: fields.get('created when') };
  const rest = [...fields].filter(([name]) => name !== 'body' && name !== 'comment');
  return new Map([...rest, isGiven(quote) ? ['highlights', [highlight]] : ['note', comment]]);
}

/** Firefox kept a bookmark's description among its annotations. */
function withDescription(fields: Fields): Fields {
  const note = each(fields.get('annos')).find(
    (anno) => property(anno, 'name') === 'bookmarkProperties/description',
  );
  return note === undefined ? fields : new Map([...fields, ['note', property(note, 'value')]]);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

function each(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1_000) : value === undefined ? [] : [value];
}
