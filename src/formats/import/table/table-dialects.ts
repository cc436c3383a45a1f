import type { Dialect, Fields } from '../fields/read-fields.ts';

/** What a table is by its columns. Most need nothing but their name; the column map reads them. */
export interface TableDialect extends Dialect {
  readonly name: string;
  /** Columns that no other tool's tables have together, as `fieldKey`s. */
  readonly columns: readonly string[];
  /** Where a row is one highlight: the columns that tell of it and not of its page. */
  readonly highlight?: Readonly<
    Record<'quote', string> & Partial<Record<'note' | 'color' | 'created' | 'tags', string>>
  >;
}

const dialects: readonly TableDialect[] = [
  { name: 'Pocket', columns: ['url', 'time added'] },
  { name: 'Raindrop', columns: ['url', 'folder', 'excerpt', 'created'] },
  {
    name: 'Instapaper',
    columns: ['url', 'selection', 'folder', 'timestamp'],
    // Unread, Archive and Starred are states that look like folders; a selection is what the user noted of the page.
    roles: { state: ['folder'], folder: ['folder'], note: ['selection'] },
  },
  { name: 'Readwise Reader', columns: ['url', 'document tags', 'saved date'], fullProgress: 1 },
  {
    name: 'Readwise',
    columns: ['highlight', 'book title'],
    highlight: { quote: 'highlight', note: 'note', color: 'color', created: 'highlighted at', tags: 'tags' },
    roles: {
      tags: ['document tags'],
      saved: ['highlighted at'],
      unneeded: ['location type', 'location', 'amazon book id'],
    },
  },
  { name: 'Matter', columns: ['url', 'in queue', 'last interaction date'] },
  { name: 'wallabag', columns: ['url', 'content', 'creation date'], content: 'html' },
  {
    name: 'Diigo',
    columns: ['url', 'tags', 'description', 'comments', 'annotations'],
    roles: { note: ['description', 'comments'] },
    tagStyle: 'words',
  },
  {
    name: 'Zotero',
    columns: ['item type', 'date added', 'manual tags'],
    roles: { published: ['date'], tags: ['manual tags'] },
  },
  {
    name: 'Hypothesis',
    columns: ['url', 'quote'],
    highlight: { quote: 'quote', note: 'comment', created: 'created' },
    roles: { saved: ['created'] },
  },
  { name: 'Notion', columns: ['name', 'url', 'tags'] },
];

/** The dialect of a table with these columns; of most tables there is none, and none is needed. */
export function tableDialect(columns: ReadonlySet<string>): TableDialect {
  return (
    dialects.find((dialect) => dialect.columns.every((name) => columns.has(name))) ?? {
      name: 'CSV',
      columns: [],
    }
  );
}

/** The fields of a row, with what tells of its highlight as one. */
export function withRowHighlight({ highlight }: TableDialect, fields: ReadonlyMap<string, string>): Fields {
  const quote = highlight === undefined ? '' : (fields.get(highlight.quote) ?? '');
  if (highlight === undefined || quote.trim() === '') return fields;
  const said = Object.entries(highlight).map(([name, column]) => [name, fields.get(column) ?? ''] as const);
  const own = new Set([highlight.quote, highlight.note, highlight.color, highlight.tags]);
  const page = [...fields].filter(([name]) => !own.has(name));
  return new Map<string, unknown>([...page, ['highlights', [Object.fromEntries(said)]]]);
}
