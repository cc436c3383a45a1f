import { editableFields } from '../../core/clip/clip-versions.ts';
import type { Clip, EditableField } from '../../core/clip/clip.ts';
import { type Said, type SharedClip, heldKeys } from '../../core/sync/shared-clip.ts';
import { noteStamp, noteText } from '../../core/sync/shared-note.ts';
import { type Stamped, byHand, nextStamp } from '../../core/sync/stamp.ts';
import { parseTag } from '../../core/tag/tag.ts';
import { isTime } from '../../core/time.ts';
import { type FrontValue, parseMarkdownFile } from '../markdown/read/front-matter.ts';

/** Longer notes make a front matter that is not read back: they are not edited there. */
const longestNote = 40_000;

/**
 * The clip with what was changed by hand in the front matter of its Markdown: title, author, date, note, read, star, tags.
 * `at` is the time of that change (epoch ms), as the carrier knows it; all devices come to the same stamps. The same clip where
 * nothing was.
 */
export function withHandEdits(shared: SharedClip, markdown: string, at: number): SharedClip {
  const { front, unread, broken } = parseMarkdownFile(markdown);
  if (broken !== null || front.get('clip') !== shared.id) return shared;
  // A value of another shape is no deletion.
  const isRead = (name: string) => !unread.has(name);
  const said = saidByHand(shared, front, { at, isRead });
  const note = textOf(front.get('note'), '\n') ?? '';
  const before = noteText(shared.note);
  const isNoteEdited = isRead('note') && before.length < longestNote && plain(note) !== plain(before);
  const read = readOf(front.get('read'), shared.readAt.value, at);
  return {
    ...shared,
    said,
    readAt: isRead('read') ? stampedBy(at, shared.readAt, read) : shared.readAt,
    starred: isRead('starred') ? stampedBy(at, shared.starred, isYes(front.get('starred'))) : shared.starred,
    tags: isRead('tags') ? tagsByHand(shared, front.get('tags'), at) : shared.tags,
    note: isNoteEdited
      ? { heads: [{ text: note, ...nextStamp(at, noteStamp(shared.note), byHand) }], base: null }
      : shared.note,
  };
}

/** What the front matter says of each field; one that it does not name is empty, but for the title. */
function saidByHand(
  shared: SharedClip,
  front: ReadonlyMap<string, FrontValue>,
  { at, isRead }: { readonly at: number; readonly isRead: (name: string) => boolean },
): SharedClip['said'] {
  const names: Record<EditableField, string> = { title: 'title', author: 'author', publishedAt: 'published' };
  const [title, author, publishedAt] = editableFields.map((field): Stamped<Said<string | null>> => {
    const was = shared.said[field];
    if (!isRead(names[field])) return was;
    const text = textOf(front.get(names[field]), ', ') ?? null;
    const isEmpty = text === null || text.trim() === '';
    if (isEmpty && (field === 'title' || (was.value.text ?? '') === '')) return was;
    if (plain(text ?? '') === plain(was.value.text ?? '')) return was;
    return stampedBy(at, was, { text: isEmpty ? null : text.slice(0, 20_000), byHand: true });
  });
  const { said } = shared;
  return {
    title: title ?? said.title,
    author: author ?? said.author,
    publishedAt: publishedAt ?? said.publishedAt,
  };
}

function tagsByHand(shared: SharedClip, value: FrontValue | undefined, at: number): SharedClip['tags'] {
  const labels = Array.isArray(value)
    ? (value as readonly string[])
    : (textOf(value, ',') ?? '').split(/[,，、]/u);
  const wanted = new Set(labels.slice(0, 1_000).flatMap((label) => parseTag(label)?.key ?? []));
  const held = new Set(heldKeys(shared.tags));
  const tags = new Map(shared.tags);
  for (const key of new Set([...wanted, ...held])) {
    const was = shared.tags.get(key);
    if (wanted.has(key) !== held.has(key))
      tags.set(key, { value: wanted.has(key), ...nextStamp(at, was ?? null, byHand) });
  }
  return tags;
}

function readOf(value: FrontValue | undefined, was: Clip['readAt'], at: number): number | null {
  if (value === undefined || !isYes(value)) return null;
  const time = typeof value === 'string' ? timeOf(value) : Number.NaN;
  return isTime(time) ? time : (was ?? at);
}

/** A day or a moment as ISO 8601 or YAML writes it. Without a zone it is UTC: the same on all devices. */
function timeOf(text: string): number {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  const [, day = '', time = '00:00', zone = 'Z'] = parts ?? [];
  return Date.parse(`${day}T${time}${zone}`);
}

function stampedBy<Value>(at: number, was: Stamped<Value>, value: Value): Stamped<Value> {
  return JSON.stringify(value) === JSON.stringify(was.value) ? was : { value, ...nextStamp(at, was, byHand) };
}

/** What people write for yes: anything but the ways to say no. YAML takes only `true` and `false` for values of its own. */
function isYes(value: FrontValue | undefined): boolean {
  if (typeof value !== 'string') return value === true;
  return !/^(?:|false|no|n|off|0|null|none|否|不)$/i.test(value.trim());
}

/** A list is its items with `between` between them. */
function textOf(value: FrontValue | undefined, between: string): string | undefined {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : value?.join(between);
}

/** Whatever line ends an editor writes. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
