import { tableHeader } from './csv-table.ts';

/** What a file is, by its content; archives are looked into by importFile. */
export type TextFormat =
  | 'bookmarks'
  | 'pocket'
  | 'raindrop'
  | 'instapaper'
  | 'readwise'
  | 'table'
  | 'wallabag'
  | 'karakeep'
  | 'linkwarden'
  | 'markdown'
  | 'clips-json'
  | 'clip-html';

/** How much of a file's start tells what it is, in UTF-16 units. */
const sniffLength = 256 * 1_024;

/** The format of a text by its start, and by the file's name only where the text could be anything. */
export function detectFormat(fileName: string, text: string): TextFormat | null {
  const start = text.slice(0, sniffLength).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return jsonFormat(start);
  if (start.startsWith('<')) return htmlFormat(start);
  if (/\.(?:md|markdown|mdx)$/i.test(fileName)) return 'markdown';
  const columns = new Set(tableHeader(start));
  return (columns.size > 1 && tableFormat(columns)) || (/^---[ \t]*\r?\n/.test(start) ? 'markdown' : null);
}

function jsonFormat(start: string): TextFormat | null {
  if (/^\{\s*"format"\s*:\s*"clipshelf-clips"/.test(start)) return 'clips-json';
  if (/"bookmarks"\s*:\s*\[/.test(start)) return 'karakeep';
  if (/"collections"\s*:\s*\[/.test(start)) return 'linkwarden';
  return /"is_archived"\s*:/.test(start) ? 'wallabag' : null;
}

function htmlFormat(start: string): TextFormat | null {
  if (start.includes('<meta name="clipshelf-clip"')) return 'clip-html';
  const isList = /<!DOCTYPE\s+NETSCAPE-Bookmark-file/i.test(start) || /<DT>\s*<(?:A|H3)\b/i.test(start);
  return isList || /<a\s[^<>]{0,2000}?\btime_added=/i.test(start) ? 'bookmarks' : null;
}

const tables: readonly [TextFormat, readonly string[]][] = [
  ['pocket', ['url', 'time_added', 'tags', 'status']],
  ['pocket', ['url', 'title', 'time_added']],
  ['raindrop', ['url', 'folder', 'excerpt', 'created']],
  ['instapaper', ['url', 'selection', 'folder', 'timestamp']],
  ['readwise', ['url', 'document tags', 'saved date']],
  ['table', ['url']],
  ['table', ['link']],
  ['table', ['href']],
];

function tableFormat(columns: ReadonlySet<string>): TextFormat | null {
  return tables.find(([, names]) => names.every((name) => columns.has(name)))?.[0] ?? null;
}
