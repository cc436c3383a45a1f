import type { Dialect, Fields } from '../fields/read-fields.ts';
import { textOf } from '../fields/read-values.ts';
import { plainText } from '../../text/markup.ts';
import { memexAnnotations } from './memex.ts';
import { list, property } from './json-entries.ts';

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

/** Its JSON and its XML. */
export const wallabagDialect: JsonDialect = {
  name: 'wallabag',
  fields: ['is_archived', 'url'],
  roles: {
    author: ['published by'],
    highlights: ['annotations'],
    site: ['domain name'],
    unneeded: ['given url', 'language id', 'headers'],
  },
  content: 'html',
  adapt: (fields) => without(fields, 'content', /^\s*wallabag can't retrieve contents/),
};

const dialects: readonly JsonDialect[] = [
  {
    name: 'Pinboard',
    fields: ['href', 'extended'],
    roles: { title: ['description'], note: ['extended'] },
    tagStyle: 'words',
  },
  // When a repository was made says nothing of when somebody kept it.
  {
    name: 'GitHub',
    fields: ['html_url', 'full_name'],
    roles: {
      saved: ['starred at'],
      unneeded: 'url,created at,pushed at,full name,node id,homepage'.split(','),
    },
  },
  { name: 'linkding', fields: ['tag_names', 'is_archived', 'url'] },
  wallabagDialect,
  {
    name: 'Readwise Reader',
    fields: ['reading_progress', 'source_url', 'parent_id'],
    roles: {
      url: ['source url'],
      unneeded: 'url,category,source,parent id,last opened at,first opened at'.split(','),
    },
    fullProgress: 1,
    list: readerDocuments,
  },
  { name: 'JSON Feed', fields: ['items', 'version', 'date_published'], list: feedItems },
  { name: 'Omnivore', fields: ['slug', 'readingProgress', 'url'], fullProgress: 100 },
  { name: 'Pocket', fields: ['item_id', 'given_url'], adapt: (fields) => withState(fields) },
  {
    name: 'SimpRead',
    fields: ['unrdist'],
    list: (value) => (typeof value === 'object' && value !== null ? Reflect.get(value, 'unrdist') : null),
  },
  { name: 'Memex', fields: ['pageUrl', 'createdWhen'], list: memexAnnotations },
  {
    name: 'Readwise',
    fields: ['user_book_id', 'highlights'],
    roles: {
      url: ['source url'],
      tags: ['book tags'],
      note: ['document note'],
      unneeded: 'category,source,readable title,cover image url,unique url,readwise url,user book id'.split(
        ',',
      ),
    },
    list: readwiseBooks,
  },
  { name: 'Obsidian Web Clipper', fields: ['url', 'highlights', 'timestamp'], adapt: withPlainQuotes },
  { name: 'Obsidian Web Clipper', fields: ['url', 'highlights', 'xpath'], adapt: withPlainQuotes },
  {
    name: 'Zotero',
    fields: ['itemType', 'creators', 'dateAdded'],
    roles: { published: ['date'], unneeded: ['item key', 'citation key', 'library id', 'select'] },
  },
  // A pinned tab is no favourite.
  { name: 'Tabs', fields: ['windowId', 'url'], roles: { unneeded: ['pinned', 'last accessed'] } },
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

/** Its file names pages by `unique_url` where they are its own; a book of no page is one. */
function readwiseBooks(value: unknown): unknown {
  return list(property(value, 'results') ?? value).map((book) =>
    textOf(property(book, 'source_url')) === '' ? { title: property(book, 'title') } : book,
  );
}

/** Reader's API has highlights and notes as documents of their own, below that which they are of. */
function readerDocuments(value: unknown): unknown {
  const all = list(property(value, 'results') ?? value);
  const isNote = (document: unknown) => property(document, 'category') === 'note';
  const isPart = (document: unknown) => isNote(document) || property(document, 'category') === 'highlight';
  const below = new Map<string, unknown[]>();
  for (const part of all.filter(isPart)) {
    const parent = textOf(property(part, 'parent_id'));
    const known = below.get(parent) ?? [];
    known.push(part);
    below.set(parent, known);
  }
  const partsOf = (document: unknown) => below.get(textOf(property(document, 'id'))) ?? [];
  return all
    .filter((document) => !isPart(document))
    .map((document) => ({
      ...(typeof document === 'object' ? document : null),
      // Its own address is one of the service, which no one else may read.
      ...(textOf(property(document, 'source_url')) === '' ? { source_url: property(document, 'url') } : {}),
      highlights: partsOf(document).map((part) => ({
        quote: property(part, 'content'),
        note: [property(part, 'notes'), ...partsOf(part).map((note) => property(note, 'content'))]
          .map(textOf)
          .filter((text) => text !== '')
          .join('\n\n'),
        tags: property(part, 'tags'),
        created: property(part, 'created_at'),
      })),
    }));
}

/** An item's address may be its identifier, and its text plain. */
function feedItems(value: unknown): unknown {
  if (!textOf(property(value, 'version')).includes('jsonfeed.org')) return value;
  return list(property(value, 'items')).map((item) => ({
    ...(typeof item === 'object' ? item : null),
    content_html: undefined,
    content_text: undefined,
    url: ['url', 'external_url', 'id']
      .map((name) => textOf(property(item, name)))
      .find((text) => /^https?:/i.test(text)),
    content: ['content_html', 'content_text']
      .map((name) => textOf(property(item, name)))
      .find((text) => text !== ''),
  }));
}

/** What it marked is HTML; the older form has the time as the id. */
function withPlainQuotes(fields: Fields): Fields {
  const highlights = list(fields.get('highlights')).map((highlight) => ({
    quote: linesOf(plainText(textOf(property(highlight, 'text')) || textOf(property(highlight, 'content')))),
    note: property(highlight, 'notes'),
    created: property(highlight, 'timestamp') ?? property(highlight, 'id'),
    color: property(highlight, 'color'),
  }));
  return new Map([...fields, ['highlights', highlights]]);
}

/** Without the empty ones between elements. */
function linesOf(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** Firefox kept a bookmark's description among its annotations. */
function withDescription(fields: Fields): Fields {
  const note = list(fields.get('annos')).find(
    (anno) => property(anno, 'name') === 'bookmarkProperties/description',
  );
  return note === undefined ? fields : new Map([...fields, ['note', property(note, 'value')]]);
}
