import type { Dialect } from '../fields/read-fields.ts';

/** What a table is by its columns. Most need nothing but their name; the column map reads them. */
interface TableDialect extends Dialect {
  readonly name: string;
  /** Columns that no other tool's tables have together, as `fieldKey`s. */
  readonly columns: readonly string[];
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
    roles: {
      highlights: ['highlight'],
      tags: ['tags', 'document tags'],
      unneeded: ['color', 'location type', 'location', 'amazon book id'],
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
  { name: 'Hypothesis', columns: ['url', 'quote'], roles: { highlights: ['quote'] } },
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
