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
  const { front, broken } = parseMarkdownFile(markdown);
  if (broken !== null || front.get('clip') !== shared.id) return shared;
  const said = saidByHand(shared, front, at);
  const note = textOf(front.get('note')) ?? '';
  const before = noteText(shared.note);
  const isNoteEdited = before.length < longestNote && plain(note) !== plain(before);
  const starred = front.get('starred') === true || front.get('starred') === 'true';
  return {
    ...shared,
    said,
    readAt: stampedBy(at, shared.readAt, readOf(front.get('read'), shared.readAt.value, at)),
    starred: stampedBy(at, shared.starred, starred),
    tags: tagsByHand(shared, front.get('tags'), at),
    note: isNoteEdited
      ? { heads: [{ text: note, ...nextStamp(at, noteStamp(shared.note), byHand) }], base: null }
      : shared.note,
  };
}

/** What the front matter says of each field; one that it does not name is empty, but for the title. */
function saidByHand(
  shared: SharedClip,
  front: ReadonlyMap<string, FrontValue>,
  at: number,
): SharedClip['said'] {
  const names: Record<EditableField, string> = { title: 'title', author: 'author', publishedAt: 'published' };
  const [title, author, publishedAt] = editableFields.map((field): Stamped<Said<string | null>> => {
    const was = shared.said[field];
    const text = textOf(front.get(names[field])) ?? null;
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
    : (textOf(value) ?? '').split(/[,，、]/u);
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
  if (value === undefined || value === false || value === '' || value === 'false') return null;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return isTime(time) ? time : (was ?? at);
}

function stampedBy<Value>(at: number, was: Stamped<Value>, value: Value): Stamped<Value> {
  return JSON.stringify(value) === JSON.stringify(was.value) ? was : { value, ...nextStamp(at, was, byHand) };
}

function textOf(value: FrontValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Whatever line ends an editor writes. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
