import type { Dialect, Fields } from '../fields/read-fields.ts';

/** What a table is by its columns. Most need nothing but their name; the column map reads them. */
export interface TableDialect extends Dialect {
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
    columns: ['url', 'quote', 'annotation/reply type'],
    roles: { note: ['body'], saved: ['creation date'], unneeded: ['group', 'user', 'page'] },
  },
  // Who annotated, and for which group, says nothing of the page.
  {
    name: 'Hypothesis',
    columns: ['url', 'quote', 'comment', 'group'],
    roles: { saved: ['created at'], unneeded: ['author', 'group', 'page', 'type', 'annotation type'] },
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

/** Columns that hold one passage of a page: such a row is one highlight. */
const passages =
  'highlight, quote, quotation, highlighted text, highlight text, selected text, 划线, 划线内容, 高亮, 高亮内容, 摘录, 书摘, 标注内容, 原文摘录';
/** What the other columns of such a row say of the highlight, the most certain name first. */
const ofHighlight = {
  note: 'note, notes, comment, comments, body, annotation, annotations, remark, 想法, 笔记, 备注, 批注, 评论',
  color: 'color, colour, highlight color, style, 颜色',
  created:
    'highlighted at, highlight date, created, created at, creation date, created time, date, timestamp, 划线时间, 创建时间, 时间, 日期',
  tags: 'highlight tags, tags, tag, labels, 标签',
} as const;

/** Which column of a table says what of the highlight that each row is; null where rows are pages. */
export type HighlightColumns = Readonly<
  Record<'quote', string> & Partial<Record<keyof typeof ofHighlight, string>>
>;

export function highlightColumns(
  columns: readonly string[],
  { roles = {} }: TableDialect,
): HighlightColumns | null {
  const found = (names: string) => names.split(', ').find((name) => columns.includes(name));
  const quote = found(passages);
  if (quote === undefined || (roles.note ?? []).includes(quote)) return null;
  const others = Object.entries(ofHighlight).flatMap(([role, names]) => {
    const column = found(names);
    return column === undefined || column === quote ? [] : [[role, column] as const];
  });
  return { quote, ...Object.fromEntries(others) };
}

/** The fields of a row, with what tells of its highlight as one. Tags are the page's as well, where it has none apart. */
export function withRowHighlight(
  columns: HighlightColumns | null,
  fields: ReadonlyMap<string, string>,
): Fields {
  const quote = columns === null ? '' : (fields.get(columns.quote) ?? '');
  if (columns === null || quote.trim() === '') return fields;
  const said = Object.entries(columns).map(([name, column]) => [name, fields.get(column) ?? ''] as const);
  const own = new Set([columns.quote, columns.note, columns.color]);
  if (fields.has('document tags')) own.add(columns.tags);
  const page = [...fields].filter(([name]) => !own.has(name));
  return new Map<string, unknown>([...page, ['highlights', [Object.fromEntries(said)]]]);
}
