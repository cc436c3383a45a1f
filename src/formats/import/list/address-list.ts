import { fieldKey, roleOf } from '../fields/field-names.ts';
import { readFields } from '../fields/read-fields.ts';
import { type ImportEntry, problem } from '../imported-clip.ts';

/** A line with an address: how it is numbered or marked, its title before or after. */
const bullet = /^\s{0,12}(?:[-*+•]\s{1,3}(?:\[[ xX]\]\s)?|\d{1,6}[.)、]\s{0,3})?/;
const address = /(?:https?:\/\/|www\.)[^\s<>"“”「」|{}]{1,8000}/i;

/** How much of a text is looked at to see whether it is a list. */
const sample = 200;

/**
 * Whether a text is a list of addresses, one a line, with titles or without: as people keep it, and tab managers copy it.
 * `isNote` where it may as well be a note with some links.
 */
export function isAddressList(text: string, isNote = false): boolean {
  if (/^(?:---|\+\+\+)\s/.test(text)) return false;
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n?|\n/, sample)
    .filter((line) => line.trim() !== '' && !isHeading(line));
  const found = lines.filter((line) => lineOf(line) !== null).length;
  if (isNote) return found > 2 && found * 5 >= lines.length * 4;
  // Titles may stand on lines of their own, and the names of groups, where all of these are short.
  const others = lines.filter((line) => lineOf(line) === null);
  if (
    found > 1 &&
    found * 3 >= lines.length &&
    others.every((line) => line.length < 120 && !/[。.!?！？]\s*$/.test(line))
  )
    return true;
  return found > 0 && found * 2 >= lines.length && (found > 1 || lines.length <= 2);
}

function isHeading(line: string): boolean {
  return /^\s{0,3}#{1,6}\s/.test(line) || /^\s{0,3}[-=*_]{3,}\s*$/.test(line);
}

interface ListLine {
  readonly url: string;
  readonly title: string;
  /** What stands behind a link that has a title. */
  readonly remark?: string;
}

function lineOf(line: string): ListLine | null {
  if (line.length > 20_000) return null;
  const rest = line.replace(bullet, '').trim();
  const linked = linkedLine(rest);
  if (linked !== null) return linked;
  // OneTab's form: an address may have a bar in it.
  const [, tab, name = ''] = /^(https?:\/\/\S{1,8000}) \| (.*)$/i.exec(rest) ?? [];
  if (tab !== undefined) return { url: tab, title: name.trim() };
  const found = address.exec(rest);
  if (found === null) return null;
  const before = trimmed(rest.slice(0, found.index), '<(（["');
  const after = trimmed(rest.slice(found.index + found[0].length), '>)]"');
  // An address in the middle of a sentence is no entry of a list, nor is a note's `URL: …`.
  if ((before !== '' && after !== '') || roleOf(fieldKey(before)) === 'url') return null;
  if (/^www\./i.test(found[0]) && before !== '') return null;
  const url = withoutEnd(found[0].replace(/^www\./i, 'https://www.'));
  return { url, title: trimmed(before === '' ? after : before, '-–—:：|,;') };
}

/** `[title](address)`, with or without words after it. */
function linkedLine(line: string): ListLine | null {
  const start = /^(?:\*\*|__)?\[/.exec(line)?.[0].length ?? 0;
  if (start === 0) return null;
  const middle = line.indexOf('](');
  const [inner = '', rest = ''] = middle === -1 ? [] : cut(line.slice(middle + 2));
  // A tip, and the end of what makes it bold.
  const target = inner.trim().split(/\s/, 1)[0] ?? '';
  const after = rest.replace(/^(?:\*\*|__)/, '');
  if (!/^https?:\/\//i.test(target)) return null;
  const title = line.slice(start, middle).trim();
  const behind = trimmed(after, '-–—:：|');
  return title === '' ? { url: target, title: behind } : { url: target, title, remark: behind };
}

/** `#go #[[dist sys]] words`: labels at either end of a remark are tags. */
function labelsOf(remark: string): { readonly tags: readonly string[]; readonly note: string } {
  const tags: string[] = [];
  const label = /^#(?:\[\[([^\]#[]{1,100})\]\]|([\p{L}\d][^\s#，,;；]{0,99}))(?=\s|$)\s{0,9}/u;
  let rest = remark;
  for (let found = label.exec(rest); found !== null; found = label.exec(rest)) {
    tags.push(found[1] ?? found[2] ?? '');
    rest = rest.slice(found[0].length);
  }
  const words = rest.trimEnd().split(/\s+/);
  while (/^#[\p{L}\d][^\s#]{0,99}$/u.test(words.at(-1) ?? '')) tags.push((words.pop() ?? '').slice(1));
  const isCut = words.length < rest.trimEnd().split(/\s+/).length;
  return { tags, note: isCut ? words.join(' ') : rest.trim() };
}

/** An address up to the parenthesis that closes it, and what follows. */
function cut(text: string): readonly [string, string] {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && (depth -= 1) < 0) return [text.slice(0, at), text.slice(at + 1)];
  }
  return [text, ''];
}

/** Without these signs and white space at either end. */
function trimmed(text: string, signs: string): string {
  let [start, end] = [0, text.length];
  const isEdge = (at: number) => signs.includes(text[at] ?? ' ') || /\s/.test(text[at] ?? ' ');
  while (start < end && isEdge(start)) start += 1;
  while (end > start && isEdge(end - 1)) end -= 1;
  return text.slice(start, end);
}

/** A parenthesis that the address did not open, and the signs that end a sentence, are not its own. */
function withoutEnd(url: string): string {
  const plain = url.replace(/[，。；、）]{1,10}$/, '');
  return plain.endsWith(')') && !plain.includes('(') ? plain.slice(0, -1) : plain;
}

/** A line of text right above a bare address is its title; other lines that name no page are reported. */
export function* importAddressList(text: string): Generator<ImportEntry> {
  let waiting: { readonly text: string; readonly line: number } | null = null;
  let folder = '';
  for (const [index, whole] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1;
    const found = lineOf(whole);
    if (found === null) {
      if (waiting !== null) yield problem('no-url', waiting.text, { line: waiting.line });
      waiting = null;
      // The first heading says what the list is; those below part it.
      if (/^\s{0,3}#{2,6}\s/.test(whole))
        folder = whole
          .replace(/^\s{0,3}#{2,6}\s/, '')
          .slice(0, 200)
          .trim();
      else if (whole.trim() !== '' && !isHeading(whole)) waiting = { text: whole.slice(0, 2_000), line };
      continue;
    }
    const title = found.title || (waiting?.text.trim() ?? '');
    if (found.title !== '' && waiting !== null) yield problem('no-url', waiting.text, { line: waiting.line });
    waiting = null;
    const { tags, note } = labelsOf(found.remark ?? '');
    const fields = new Map<string, unknown>([
      ['url', found.url],
      ['title', title],
      ['tags', [...(folder === '' ? [] : [folder]), ...tags]],
      ['note', note],
      ['done', /^\s{0,12}[-*+]\s{1,3}\[[xX]\]\s/.test(whole)],
    ]);
    yield readFields(fields, {}, { line }, null).entry;
  }
  if (waiting !== null) yield problem('no-url', waiting.text, { line: waiting.line });
}
