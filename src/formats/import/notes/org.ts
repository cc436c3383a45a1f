import type { DayOrder } from '../../../core/job/file-work.ts';
import { fieldKey } from '../fields/field-names.ts';
import { readFields } from '../fields/read-fields.ts';
import { folderTag, type ImportEntry, problem } from '../imported-clip.ts';
import { orgToMarkdown } from './org-markdown.ts';

/** `* TODO [#A] Title  :tag:tag:` */
const heading =
  /^\*+\s{1,9}(?:(TODO|NEXT|WAIT|WAITING|DONE|CANCELLED|READ)\s{1,9})?(?:\[#[A-Z]\]\s{1,9})?([^]*)/;
const tagsBehind = /\s:([\p{L}\d_@#%:]{1,500}):\s*$/u;
const property = /^\s*:([\w-]{1,40}):\s+(\S.{0,8000})$/;
const setting = /^\s*#\+(\w{1,40}):\s*(\S.{0,8000})$/;
const link = /\[\[(https?:[^[\]\s]{1,8000})\](?:\[([^[\]\n]{1,2000})\])?\]/;
const bare = /(?<![[\w])https?:\/\/[^\s<>[\]]{1,8000}/;

/** Of Emacs: by its name, or by what only Org begins with. */
export function isOrg(extension: string, start: string): boolean {
  return extension === 'org' || /^(?:#\+title:|:PROPERTIES:\s*\n)/i.test(start);
}

interface Section {
  readonly depth: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly tags: readonly string[];
  /** By `fieldKey`. */
  readonly properties: Map<string, string>;
  readonly lines: string[];
  /** Where its heading stands, from 1. */
  readonly line: number;
}

/**
 * Org's files. One that names its page (`ROAM_REFS`, `URL`, `#+SOURCE`) is a note of it. In others each heading with a link
 * is a page, and so is each line of a list that is one; headings without are folders, their tags are those of what
 * they hold, and the text below a page's heading is its note.
 */
export function* importOrg(text: string, path: string, order: DayOrder | null): Generator<ImportEntry> {
  const { file, sections } = sectionsOf(text);
  const fileTags = (file.properties.get('filetags') ?? '').split(/[:\s,]+/);
  const url = pageOf(file.properties);
  if (url !== null) {
    const fields = new Map<string, unknown>([
      ['url', url],
      ['title', file.properties.get('title') ?? ''],
      ['tags', fileTags],
      ['author', file.properties.get('author')],
      ['created', plainTime(file.properties.get('created') ?? file.properties.get('date') ?? '')],
    ]);
    const content = { kind: 'markdown', text: orgToMarkdown(text) } as const;
    yield readFields(fields, {}, { entry: path }, order, { content }).entry;
    return;
  }
  let count = 0;
  const around: Section[] = [];
  for (const section of [file, ...sections]) {
    while ((around.at(-1)?.depth ?? -1) >= section.depth) around.pop();
    const tags = [
      ...folderTag(
        around.filter((each) => each.depth > 0 && addressOf(each) === null).map(({ title }) => title),
      ),
      ...fileTags,
      ...around.flatMap((each) => each.tags),
      ...section.tags,
    ];
    for (const entry of pagesOf(section, tags, order)) {
      count += 1;
      yield entry;
    }
    around.push(section);
  }
  if (count === 0) yield problem('no-url', file.properties.get('title') ?? path, { entry: path });
}

function* pagesOf(section: Section, tags: readonly string[], order: DayOrder | null): Generator<ImportEntry> {
  const url = addressOf(section);
  const listed = section.lines.map((line) =>
    /^\s*[-+]\s/.test(line) ? (link.exec(line) ?? bare.exec(line)) : null,
  );
  if (url !== null) {
    const own = section.lines.filter((_line, index) => listed[index] === null);
    const fields = new Map<string, unknown>([
      ['url', url],
      ['title', link.exec(section.title)?.[2] ?? section.title.replace(link, '').replace(bare, '').trim()],
      ['tags', tags],
      ['done', section.isDone],
      ['note', orgToMarkdown(own.join('\n'))],
      ['created', plainTime(timeOf(section))],
    ]);
    yield readFields(fields, {}, { line: section.line }, order).entry;
  }
  const folder = url === null && section.depth > 0 ? [...tags, section.title] : tags;
  for (const [index, found] of listed.entries()) {
    if (found === null) continue;
    const line = section.lines[index] ?? '';
    const rest = line
      .replace(/^\s*[-+]\s(?:\[[ xX-]\]\s)?/, '')
      .replace(found[0], '')
      .trim();
    const fields = new Map<string, unknown>([
      ['url', found[1] ?? found[0]],
      ['title', found[2] ?? ''],
      ['tags', folder],
      ['done', /^\s*[-+]\s\[[xX]\]\s/.test(line)],
      ['note', orgToMarkdown(rest.replace(/^[-–—:,]+\s/, ''))],
    ]);
    yield readFields(fields, {}, { line: section.line + index + 1 }, order).entry;
  }
}

function sectionsOf(text: string): { readonly file: Section; readonly sections: readonly Section[] } {
  const start = (title: string, depth: number, line: number): Section => {
    const behind = tagsBehind.exec(title.slice(-600));
    const state = heading.exec(title);
    return {
      depth,
      title: (state?.[2] ?? title).replace(tagsBehind, '').trim(),
      isDone: /^(?:DONE|CANCELLED|READ)$/.test(state?.[1] ?? ''),
      tags: behind?.[1]?.split(':') ?? [],
      properties: new Map(),
      lines: [],
      line,
    };
  };
  const file = start('', 0, 0);
  const sections: Section[] = [];
  let block = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const section: Section = sections.at(-1) ?? file;
    const stars = block === '' ? (/^(\*+)\s/.exec(line)?.[1] ?? '') : '';
    if (stars !== '') {
      sections.push(start(line.slice(0, 20_000), stars.length, index + 1));
      continue;
    }
    const begun = /^\s*#\+begin_(\w{1,20})/i.exec(line)?.[1];
    if (begun !== undefined && block === '') block = begun.toLowerCase();
    else if (block !== '' && line.trim().toLowerCase().startsWith(`#+end_${block}`)) block = '';
    const [, name, value = ''] = (block === '' ? (property.exec(line) ?? setting.exec(line)) : null) ?? [];
    if (name !== undefined) section.properties.set(fieldKey(name), value.trim());
    // Kept, so that a line's place in the section is its place in the file; it is no text, and no link of a list.
    section.lines.push(line);
  }
  return { file, sections };
}

const pageNames = ['roam refs', 'url', 'source', 'source url', 'link', 'original', 'custom url'];

function pageOf(properties: ReadonlyMap<string, string>): string | null {
  for (const name of pageNames) {
    const value = properties.get(name) ?? '';
    const found = link.exec(value)?.[1] ?? bare.exec(value)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

function addressOf({ title, properties }: Section): string | null {
  return link.exec(title)?.[1] ?? bare.exec(title)?.[0] ?? pageOf(properties);
}

/** When it was captured: a property, or a time that stands by itself below the heading. */
function timeOf({ properties, lines }: Section): string {
  const stated = ['created', 'captured', 'added', 'date'].map((name) => properties.get(name) ?? '');
  const alone = lines.slice(0, 6).find((line) => /^\s*[[<]\d{4}-\d\d-\d\d[^\]>]{0,30}[\]>]\s*$/.test(line));
  return stated.find((value) => value !== '') ?? alone ?? '';
}

/** `[2024-03-05 Tue 10:20]` without its brackets. */
function plainTime(text: string): string {
  return text.trim().replace(/^[[<](.*)[\]>]$/, '$1');
}
