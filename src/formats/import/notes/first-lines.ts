import { fieldKey, roleOf } from '../fields/field-names.ts';
import { addressIn } from '../fields/read-fields.ts';

export interface FirstLines {
  /** By `fieldKey`; `url` only where the lines say which page the note is of. */
  readonly fields: ReadonlyMap<string, string>;
  /** The text without the lines that were read. */
  readonly body: string;
}

/** How far into a note its properties may stand. */
const maxLines = 40;
const maxText = 8_000;

const property =
  /^\s{0,3}(?:[-*+>]\s{1,3}){0,2}(?:[*_]{1,2})?\[?([\p{L}][^\s:：*_[\]][\p{L}\d _-]{0,38}|[\p{L}]{1,2})\]?(?:[*_]{1,2})?\s?(?:::|:|：)(?:[*_]{1,2})?\s{0,4}(\S.*)$/u;
const soleLink =
  /^\s{0,3}(?:[-*+>]\s{1,3})?(?:<?https?:\/\/\S{1,8000}|\[[^\]]{1,500}\]\(https?:\/\/\S{1,8000}\))\s*$/i;
const ofOriginal = /(?:原文|转载自|来源|出处|摘自|original|source|via|clipped from|saved from)/i;

/**
 * What a note without front matter says of its page in its first lines: `# [title](url)`, `- URL: …`, `原文链接：…`,
 * `> 本文由 … 原文地址 [x](url)`, Notion's and Logseq's properties, a line that is nothing but an address; and the last
 * lines, where Chinese reprints name their original. Other properties count only beside an address, since `Note: …` may
 * begin any text; `hasAddress` says that there is one already.
 */
export function firstLines(text: string, hasAddress: boolean): FirstLines {
  const lines = text.slice(0, maxText).split('\n', maxLines);
  const found = scan(lines);
  const url = found.fields.get('url') ?? (hasAddress ? undefined : lastLine(text));
  if (url === undefined && !(hasAddress && found.isMarked)) return { fields: new Map(), body: text };
  if (url !== undefined) found.fields.set('url', url);
  const rest = text.slice(lines.reduce((length, line) => length + line.length + 1, 0));
  const kept = lines.filter((_line, index) => !found.read.has(index));
  return { fields: found.fields, body: `${kept.join('\n')}${rest === '' ? '' : '\n'}${rest}` };
}

interface Scan {
  readonly fields: Map<string, string>;
  /** Indexes of the lines that say nothing more. */
  readonly read: ReadonlySet<number>;
  /** By `::`, as no other text has them. */
  readonly isMarked: boolean;
}

function scan(lines: readonly string[]): Scan {
  const fields = new Map<string, string>();
  const read = new Set<number>();
  let isMarked = false;
  let prose = 0;
  const set = (name: string, value: string, index: number) => {
    if (!fields.has(name)) fields.set(name, value);
    read.add(index);
  };
  for (const [index, whole] of lines.entries()) {
    const line = whole.trimEnd();
    if (line.trim() === '' || /^\s{0,3}(?:!\[|---+\s*$|\*\*\*\s*$)/.test(line)) continue;
    if (/^\s{0,3}(?:```|~~~)/.test(line) || prose > 2) break;
    const heading = fields.has('url') ? null : linkedHeading(line);
    if (heading !== null) {
      set('url', heading.url, index);
      set('title', heading.title, index);
      continue;
    }
    const [, label = '', value = ''] = property.exec(line) ?? [];
    const key = fieldKey(label);
    const role = roleOf(key);
    if (role === 'url' && isWeb(addressIn(value))) set('url', addressIn(value), index);
    else if (role !== null && role !== 'url' && role !== 'content' && role !== 'unneeded') {
      set(key, value.trim(), index);
      isMarked ||= line.includes('::');
    } else if (/^\s{0,3}(?:[-*+]\s)?[\w-]{1,40}::\s/.test(line)) read.add(index);
    else if (/^\s{0,3}#{1,6}\s/.test(line)) continue;
    else if (!fields.has('url') && namesOriginal(line)) set('url', linkIn(line), index);
    else if (!fields.has('url') && prose === 0 && soleLink.test(line))
      set('url', addressIn(line.replace(/^\s{0,3}(?:[-*+>]\s{1,3})?/, '')), index);
    else prose += 1;
  }
  if (!fields.has('url') && !isMarked) read.clear();
  return { fields, read, isMarked };
}

/** `> 本文由 … 转码， 原文地址 [x](url)`, `转载自 <url>`. */
function namesOriginal(line: string): boolean {
  return line.length < 2_000 && ofOriginal.test(line) && linkIn(line) !== '' && plainLength(line) < 80;
}

/** `# [title](address)` */
function linkedHeading(line: string): { readonly url: string; readonly title: string } | null {
  const start = /^\s{0,3}#{1,3}\s{1,3}\[/.exec(line)?.[0].length;
  const middle = line.lastIndexOf('](');
  if (start === undefined || middle < start || !line.trimEnd().endsWith(')')) return null;
  const url = line
    .slice(middle + 2)
    .trimEnd()
    .slice(0, -1);
  return isWeb(url) ? { url, title: line.slice(start, middle).replaceAll(/\\([[\]])/g, '$1') } : null;
}

/** Without its links: a sentence that mentions a source is prose. */
function plainLength(line: string): number {
  const links = line.match(/https?:\/\/[^\s()<>]{1,8000}/g) ?? [];
  return line.length - links.reduce((sum, link) => sum + link.length, 0);
}

/** The last link of a line: before it stands the one of the tool that wrote it. */
function linkIn(line: string): string {
  const after = line.slice(Math.max(0, line.search(ofOriginal)));
  return /https?:\/\/[^\s<>()\]（）]{1,8000}/i.exec(after)?.[0] ?? '';
}

function isWeb(text: string): boolean {
  return /^https?:\/\/\S/i.test(text);
}

function lastLine(text: string): string | undefined {
  const lines = text.slice(-2_000).trimEnd().split('\n').slice(-4);
  const line = lines.findLast(
    (each) => /原文|转载自|original\s(?:url|link|article)/i.test(each) && namesOriginal(each),
  );
  return line === undefined ? undefined : linkIn(line);
}
