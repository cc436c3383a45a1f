import { parseMarkdownFile } from '../../markdown/read/front-matter.ts';
import { readWrittenHighlights } from '../../markdown/read/highlights.ts';
import { fieldKey, fieldNames } from '../fields/field-names.ts';
import { type Fields, readFields, withHighlights } from '../fields/read-fields.ts';
import { textOf } from '../fields/read-values.ts';
import { type ImportEntry, type Pictures, remark } from '../imported-clip.ts';
import type { DayOrder } from '../../../core/job/file-work.ts';
import { fromWritten } from '../written-highlights.ts';
import { highlightSection } from './highlight-section.ts';
import { firstLines } from './first-lines.ts';
import { joplinProperties } from './joplin-properties.ts';
import { plainLogseq } from './logseq.ts';

const exactTags = 'clip tags';
const tags = [exactTags, ...fieldNames.tags];
/** Beside tags, the categories of a site are more of them. */
const besideTags = {
  tags: tags.filter((name) => name !== 'categories'),
  folder: ['categories', ...fieldNames.folder],
};
/** What generators of sites call the day of publication, where no other line is about it, be it empty. */
const sitesDate = { published: [...fieldNames.published, 'date'] };

interface NoteOptions {
  readonly pictures: Pictures | null;
  readonly order: DayOrder | null;
  /** Joplin has notes in HTML too. */
  readonly kind?: 'markdown' | 'html';
}

/**
 * One Markdown file: what it says of itself in front matter, in properties or in its first lines, and the article. A first
 * heading that repeats the title is the title, not text. `path` is its place in a folder or archive, for the report and
 * as title where the file has none.
 */
export function* importNote(
  text: string,
  path: string,
  { pictures, order }: NoteOptions = { pictures: null, order: null },
): Generator<ImportEntry> {
  yield noteEntry(text, path, { pictures, order });
}

/** The same for a note of which more is known: its notebook, its tags. */
export function noteEntry(
  text: string,
  path: string,
  { pictures, order, kind = 'markdown' }: NoteOptions,
  more: Fields = new Map(),
): ImportEntry {
  const place = { entry: path };
  const { front, body: whole, broken } = parseMarkdownFile(text);
  const joplin = joplinProperties(whole);
  const stated = new Map<string, unknown>(
    [...front, ...(joplin?.fields ?? [])].map(([name, value]) => [fieldKey(name), value]),
  );
  const hasAddress = fieldNames.url.some((name) => /https?:/i.test(textOf(stated.get(name))));
  const first = firstLines(joplin?.body ?? whole, hasAddress);
  const fields = new Map<string, unknown>([...first.fields, ...stated, ...more]);
  // Ours has the exact tags, and the same with fewer signs for a tool that calls them categories.
  if (fields.has(exactTags)) fields.delete('categories');
  const titleIn = (said: Fields) =>
    fieldNames.title.map((name) => textOf(said.get(name)).trim()).find((each) => each !== '');
  const title = titleIn(stated) ?? joplin?.title ?? titleIn(first.fields) ?? '';
  fields.set('title', title || (firstHeading(first.body) ?? (first.linkTitle || fileTitle(path))));
  const written = readWrittenHighlights(first.isOutline ? plainLogseq(first.body) : first.body);
  const listed = highlightSection(written.body, originOf(path, stated, whole));
  const markdown = withoutTitle(listed?.body ?? written.body, textOf(fields.get('title')));
  // A word like `comment: true` is a setting of the site, not a note.
  const article = { kind, text: markdown, ...(pictures === null ? {} : { pictures }) } as const;
  // What is nothing but a list of highlights is not the page's text.
  const content = listed !== null && markdown.trim() === '' ? null : article;
  const remarks =
    broken === null ? [] : [remark('front-matter', broken.text, { ...place, line: broken.line })];
  // Obsidian's old form parts tags by spaces.
  const tagStyle = typeof stated.get('tags') === 'string' ? 'words' : 'list';
  const isDated = fieldNames.published.some((name) => fields.has(name));
  const isTagged = besideTags.tags.some((name) => fields.has(name));
  const roles = { tags, ...(isTagged ? besideTags : {}), ...(isDated ? {} : sitesDate) };
  const { entry } = readFields(withoutSettings(fields), { roles, tagStyle }, place, order, {
    content,
    remarks,
  });
  return withHighlights(entry, [...written.highlights.map(fromWritten), ...(listed?.highlights ?? [])]);
}

/** What tells which tool wrote a note: SimpRead's sign in its name, the names of its properties, its first links. */
function originOf(path: string, stated: Fields, text: string): string {
  const lines = text
    .slice(0, 4_000)
    .split('\n', 30)
    .filter((line) => /^#{1,3} Metadata\b|\[(?:Read|Open|View) (?:in|on) |^> 本文由/.test(line));
  const sign = /@(?:annote|简悦)/.exec(path)?.[0] ?? '';
  return [sign, ...stated.keys(), ...lines].join('\n');
}

/** Whether a Markdown text says which page it is of. */
export function namesItsPage(text: string): boolean {
  const { front, body } = parseMarkdownFile(text);
  if ([...front].some(([name, value]) => isUrlField(name) && /^\W{0,3}https?:/i.test(textOf(value))))
    return true;
  return firstLines(body, false).fields.has('url');
}

function isUrlField(name: string): boolean {
  return fieldNames.url.includes(fieldKey(name));
}

function withoutSettings(fields: Fields): Fields {
  return new Map([...fields].filter(([name, value]) => typeof value !== 'boolean' || !settings.has(name)));
}

const settings: ReadonlySet<string> = new Set([
  'comment',
  'comments',
  'note',
  'notes',
  'list',
  'share',
  'original',
]);

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
    .trimEnd();
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

/** Notion adds an id to the names of its files. */
function fileTitle(path: string): string {
  return (path.split('/').at(-1) ?? path)
    .replace(/\.(?:md|markdown|mdx|txt)$/i, '')
    .replace(/\s[a-f\d]{32}$/, '');
}
