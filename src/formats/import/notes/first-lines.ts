import { fieldKey, roleOf } from '../fields/field-names.ts';
import { addressIn } from '../fields/read-values.ts';

export interface FirstLines {
  /** By `fieldKey`; `url` only where the lines say which page the note is of. */
  readonly fields: ReadonlyMap<string, string>;
  /** What the link is called whose line names the page; empty where it says nothing of its own. */
  readonly linkTitle: string;
  /** The text without the lines that were read. */
  readonly body: string;
  /** Logseq wrote it: its properties have two colons. */
  readonly isOutline: boolean;
}

/** How far into a note its properties may stand. */
const maxLines = 40;
const maxText = 8_000;

const property =
  /^\s{0,3}(?:[-*+>]\s{1,3}){0,2}([*_]{0,2})\[?([\p{L}][^\s:：*_[\]][\p{L}\d _-]{0,38}|[\p{L}]{1,2})\]?[*_]{0,2}\s?(?:::|:|：)(.*)$/u;
/** What Logseq says of a block. */
const ofBlock = /^\s{0,3}(?:[-*+]\s)?[\w-]{1,40}::\s/;
const soleLink =
  /^\s{0,3}(?:[-*+>]\s{1,3})?(?:<?https?:\/\/\S{1,8000}|\[[^\]]{1,500}\]\(https?:\/\/\S{1,8000}\))\s*$/i;
const ofOriginal = /(?:原文|转载自|来源|出处|摘自|original|source|via|clipped from|saved from)/i;

/**
 * What a note without front matter says of its page in its first lines: `# [title](url)`, `- URL: …`, `原文链接：…`,
 * `> 本文由 … 原文地址 [x](url)`, Notion's and Logseq's properties, a line that is nothing but an address; and the last
 * lines, where Chinese reprints name their original. Other properties count only beside an address, since `Note: …` may
 * begin any text. `hasAddress` says that there is one already: only `key:: value` is a property then.
 */
export function firstLines(text: string, hasAddress: boolean): FirstLines {
  const lines = text.slice(0, maxText).split('\n', maxLines);
  const found = scan(lines, hasAddress);
  const url = found.fields.get('url') ?? (hasAddress ? undefined : lastLine(text));
  if (url === undefined && !(hasAddress && found.isMarked))
    return { fields: new Map(), linkTitle: '', body: text, isOutline: false };
  if (url !== undefined) found.fields.set('url', url);
  const rest = text.slice(lines.reduce((length, line) => length + line.length + 1, 0));
  const kept = lines.filter((_line, index) => !found.read.has(index));
  const body = `${kept.join('\n')}${rest === '' ? '' : '\n'}${rest}`;
  return { fields: found.fields, linkTitle: found.linkTitle, body, isOutline: found.isMarked };
}

interface Scan {
  readonly fields: Map<string, string>;
  /** Indexes of the lines that say nothing more. */
  readonly read: ReadonlySet<number>;
  /** By `::`, as no other text has them. */
  readonly isMarked: boolean;
  readonly linkTitle: string;
}

function scan(lines: readonly string[], hasAddress: boolean): Scan {
  const fields = new Map<string, string>();
  const read = new Set<number>();
  let isMarked = false;
  let isEnded = false;
  let prose = 0;
  let linkTitle = '';
  const set = (name: string, value: string, index: number) => {
    if (!fields.has(name)) fields.set(name, value);
    read.add(index);
  };
  const replace = (name: string, value: string, index: number) => {
    fields.set(name, value);
    read.add(index);
  };
  for (const [index, whole] of lines.entries()) {
    const line = whole.trimEnd();
    // Logseq's properties are the first block of its page; a rule parts the list below a linked title from the text.
    isEnded ||= isMarked && line === '';
    if (!isMarked && fields.has('url') && prose === 0 && line === '---') {
      read.add(index);
      break;
    }
    if (line.trim() === '' || /^\s{0,3}(?:!\[|---+\s*$|\*\*\*\s*$)/.test(line)) continue;
    if (/^\s{0,3}(?:```|~~~)/.test(line) || prose > 2) break;
    if (isEnded) break;
    const heading = hasAddress || fields.has('url') ? null : linkedHeading(line);
    if (heading !== null) {
      set('url', heading.url, index);
      set('title', heading.title, index);
      continue;
    }
    // Bear's and others' tags have a line of their own.
    if (!hasAddress && isTagLine(line)) {
      set('tags', line.trim(), index);
      continue;
    }
    const { key, value } = propertyIn(withoutBrackets(line));
    const isDouble = line.includes('::');
    const role = value === '' || (hasAddress && !isDouble) ? null : roleOf(key);
    if (role === 'url' && isWeb(addressIn(value))) set('url', addressIn(value), index);
    else if (role !== null && role !== 'url' && role !== 'content' && role !== 'unneeded') {
      set(key, linesOf(value), index);
      isMarked ||= isDouble;
    } else if (ofBlock.test(line)) read.add(index);
    else if (/^\s{0,3}#{1,6}\s/.test(line)) continue;
    else if (hasAddress) prose += 1;
    else if (!fields.has('url') && namesOriginal(line)) set('url', linkIn(line), index);
    else if (prose === 0 && soleLink.test(line) && (!fields.has('url') || saysOriginal(line))) {
      linkTitle = titleOfLink(line);
      replace('url', addressIn(line.replace(/^\s{0,3}(?:[-*+>]\s{1,3})?/, '')), index);
    } else prose += 1;
  }
  if (!fields.has('url') && !isMarked) read.clear();
  return { fields, read, isMarked, linkTitle };
}

/** `[Read Original](…)`, below a link to the copy of a tool. */
function saysOriginal(line: string): boolean {
  return /^\s{0,3}\[[^\]]{0,60}(?:original|原文|原网页)[^\]]{0,60}\]\(/i.test(line);
}

/** The words of a link that are no address and no "view original". */
function titleOfLink(line: string): string {
  const words = line.slice(line.indexOf('[') + 1, Math.max(0, line.indexOf(']('))).trim();
  return isWeb(words) ||
    /^(?:www\.|link|url|source|read|view|open|链接|查看|打开|阅读)/i.test(words) ||
    ofOriginal.test(words)
    ? ''
    : words;
}

/** `#one #two/three`, and nothing else. */
function isTagLine(line: string): boolean {
  return (
    line.length < 500 &&
    /^\s*#[^\s#]/.test(line) &&
    line
      .trim()
      .split(/\s+/)
      .every((word) => /^#[^\s#]+$/.test(word))
  );
}

/** Dataview's `(key:: value)` and `[key:: value]` on a line of their own. */
function withoutBrackets(line: string): string {
  const text = line.trim();
  const isWrapped = /^[([][\p{L}\d _-]{1,40}::/u.test(text) && /[)\]]$/.test(text);
  return isWrapped ? text.slice(1, -1) : line;
}

/** `Key: value`, `**Key:** value`, `key:: value`; empty where the line is none. */
function propertyIn(line: string): { readonly key: string; readonly value: string } {
  const [, bold = '', label = '', rest = ''] = property.exec(line) ?? [];
  const value = bold === '' ? rest : rest.replace(/^[*_]{1,2}/, '');
  return { key: fieldKey(label), value: value.trim() };
}

/** A value of several lines has `<br>` between them, and escapes one of its own. */
function linesOf(value: string): string {
  return value
    .replaceAll('<br>', '\n')
    .replaceAll('&lt;br>', '<br>')
    .replaceAll(/&amp;((?:amp;){0,20}lt;br>)/g, '&$1');
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
  const plain = url.replace(/^<([^<>]*)>$/, '$1');
  // Before punctuation of ASCII, a backslash is none of the title's.
  const title = line.slice(start, middle).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  return isWeb(plain) ? { url: plain, title } : null;
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
