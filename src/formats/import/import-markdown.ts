import { type FrontValue, parseMarkdownFile } from '../markdown/read/front-matter.ts';
import { type ImportEntry, importedClip, problem } from './imported-clip.ts';
import { importedDate, importedTime } from './imported-dates.ts';

/** What the same thing is called in front matter: by us, Obsidian's clipper, Joplin, and site generators. */
const keys = {
  url: ['url', 'source', 'source_url', 'link', 'canonical', 'canonical_url', 'original', 'href'],
  title: ['title'],
  author: ['author', 'authors', 'creator', 'by'],
  published: ['published', 'date', 'publish_date', 'date_published', 'pubdate'],
  saved: ['saved', 'clipped', 'created', 'date_saved', 'saved_at', 'added'],
  tags: ['tags', 'tag', 'labels', 'keywords', 'categories'],
  note: ['note', 'notes', 'comment'],
  description: ['description', 'excerpt', 'summary'],
  language: ['language', 'lang'],
  site: ['site', 'site_name', 'publisher'],
  read: ['read', 'archived'],
  starred: ['starred', 'favorite', 'favourite'],
} as const;

/**
 * One Markdown file: front matter and the article. A first heading that repeats the title is the title, not text.
 * `path` is its place in a folder or archive, for the report and as title where the file has none.
 */
export function* importMarkdown(text: string, path: string): Generator<ImportEntry> {
  const { front, body, broken } = parseMarkdownFile(text);
  const place = { entry: path };
  if (broken !== null) yield problem('front-matter', broken, { ...place, line: 2 });
  const said = (what: keyof typeof keys) => keys[what].map((key) => front.get(key)).find(isGiven);
  const title = asText(said('title')) || (firstHeading(body) ?? fileTitle(path));
  const read = asText(said('read'));
  yield importedClip(
    {
      url: address(asText(said('url'))),
      title,
      content: { kind: 'markdown', text: withoutTitle(body, title) },
      tags: tagsOf(said('tags')),
      note: asText(said('note')),
      savedAt: importedTime(asText(said('saved'))),
      read: isYes(read) || importedTime(read) !== null,
      readAt: importedTime(read),
      starred: isYes(asText(said('starred'))),
      publishedAt: importedDate(asText(said('published'))),
      author: asText(said('author')).replaceAll(/\[\[([^[\]|]*\|)?([^[\]]*)\]\]/g, '$2'),
      language: asText(said('language')) || null,
      siteName: asText(said('site')),
      description: asText(said('description')),
    },
    place,
  );
}

function isGiven(value: FrontValue | undefined): value is FrontValue {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function asText(value: FrontValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** A bare address, or the one in `[title](address)` or `<address>`. */
function address(text: string): string {
  return /\]\(<?((?:(?!\]\()[^)>\s])+)>?\)/.exec(text)?.[1] ?? text.replace(/^<(.*)>$/, '$1');
}

/** A list, or one line: by commas where it has any, else by spaces (Obsidian's old form). */
function tagsOf(value: FrontValue | undefined): readonly string[] {
  if (typeof value === 'object') return value;
  const text = asText(value);
  return text.split(/[,，、;]/.test(text) ? /[,，、;]/ : /\s+/);
}

function isYes(text: string): boolean {
  return ['true', 'yes', '1'].includes(text.toLowerCase());
}

const titleLine = /^\s*#[ \t]([^\r\n]+)(?:\r?\n|$)/;

function firstHeading(body: string): string | null {
  const written = titleLine.exec(body.slice(0, 4_000))?.[1];
  return written === undefined ? null : withoutClosing(written) || null;
}

/** A heading's text without the signs that may close it (CommonMark 4.2). */
function withoutClosing(heading: string): string {
  return heading
    .trim()
    .replace(/(?<!#)#+$/, '')
    .trim();
}

function withoutTitle(body: string, title: string): string {
  const [line, heading] = titleLine.exec(body.slice(0, 4_000)) ?? [];
  return line !== undefined && heading !== undefined && sameWords(withoutClosing(heading), title)
    ? body.slice(line.length)
    : body;
}

/** Equal but for the signs that Markdown escapes and emphasises with. */
function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .replaceAll(/[\\*_`]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return words(a) === words(b);
}

function fileTitle(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(?:md|markdown|mdx|txt)$/i, '');
}
