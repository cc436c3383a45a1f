import { editableFields } from '../clip/clip-versions.ts';
import { isSameValue } from './same-value.ts';
import type { Said, SharedClip, SharedHighlight, SharedImage, TextRef } from './shared-clip.ts';
import { isSameNote, mergeNotes } from './shared-note.ts';
import {
  type Stamped,
  type StampedMap,
  canonicalText,
  compareText,
  isSameStamped,
  later,
  mergeStamped,
  mergeStampedMaps,
} from './stamp.ts';

/**
 * One clip of two states of it, or of two clips of one page; `base` is the state that both come from, null for none. Field by
 * field, so that the order in which devices meet does not matter (tests/core/sync).
 */
export function joinClips(base: SharedClip | null, ours: SharedClip, theirs: SharedClip): SharedClip {
  const [older, other] = isOlder(ours, theirs) ? [ours, theirs] : [theirs, ours];
  const text = mergeStamped(base?.text, ours.text, theirs.text, betterText);
  return {
    id: older.id,
    aliases: aliasesOf(older, other),
    urlKey: older.urlKey,
    savedAt: older.savedAt,
    said: saidOfBoth(base, ours, theirs),
    readAt: mergeStamped(base?.readAt, ours.readAt, theirs.readAt),
    starred: mergeStamped(base?.starred, ours.starred, theirs.starred),
    tags: mergeStampedMaps(base?.tags, ours.tags, theirs.tags),
    note: mergeNotes(base?.note ?? null, ours.note, theirs.note),
    text,
    versions: versionsOfBoth(base, ours, theirs, text),
    edits: mergeStampedMaps(base?.edits, ours.edits, theirs.edits),
    highlights: highlightsOfBoth(base, ours, theirs),
    images: imagesOfBoth(ours, theirs),
  };
}

/** Whether two states of a clip are the same, stamps and all. */
export function isSameClip(a: SharedClip, b: SharedClip): boolean {
  return isSameValue(a, b);
}

/** The clip as one text: equal clips give equal texts, whatever the order of their maps. */
export function clipText(clip: SharedClip): string {
  const entries = (map: StampedMap<unknown>) => [...map].toSorted(([a], [b]) => compareText(a, b));
  return canonicalText({
    ...clip,
    tags: entries(clip.tags),
    versions: entries(clip.versions),
    edits: entries(clip.edits),
    images: [...clip.images].toSorted(([a], [b]) => compareText(a, b)),
    highlights: [...clip.highlights]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([id, { living, fields }]) => [id, { living, fields: entries(fields) }]),
  });
}

function isOlder(a: SharedClip, b: SharedClip): boolean {
  return a.savedAt === b.savedAt ? a.id <= b.id : a.savedAt < b.savedAt;
}

function aliasesOf(older: SharedClip, other: SharedClip): string[] {
  const ids = new Set([...older.aliases, ...other.aliases, other.id]);
  ids.delete(older.id);
  return [...ids].toSorted();
}

function saidOfBoth(base: SharedClip | null, ours: SharedClip, theirs: SharedClip): SharedClip['said'] {
  const [title, author, publishedAt] = editableFields.map((field) =>
    mergeStamped(base?.said[field], ours.said[field], theirs.said[field], byHandFirst),
  );
  return {
    title: title ?? ours.said.title,
    author: author ?? ours.said.author,
    publishedAt: publishedAt ?? ours.said.publishedAt,
  };
}

function byHandFirst<Value>(a: Stamped<Said<Value>>, b: Stamped<Said<Value>>): Stamped<Said<Value>> {
  if (a.value.byHand !== b.value.byHand) return a.value.byHand ? a : b;
  return later(a, b);
}

function betterText(a: Stamped<TextRef>, b: Stamped<TextRef>): Stamped<TextRef> {
  if (a.value.isEmpty !== b.value.isEmpty) return a.value.isEmpty ? b : a;
  return later(a, b);
}

/** The versions of both. A text that was new on its side and does not stand becomes one: nobody chose to replace it. */
function versionsOfBoth(
  base: SharedClip | null,
  ours: SharedClip,
  theirs: SharedClip,
  stands: Stamped<TextRef>,
): SharedClip['versions'] {
  const versions = new Map(mergeStampedMaps(base?.versions, ours.versions, theirs.versions));
  for (const { text } of [ours, theirs]) {
    const { hash, isEmpty } = text.value;
    if (isEmpty || hash === stands.value.hash) continue;
    if (base !== null && isSameStamped(text, base.text)) continue;
    const kept = { value: { said: text.value.said, replaced: null }, at: text.at, by: text.by };
    const there = versions.get(hash);
    versions.set(hash, there === undefined ? kept : later(there, kept));
  }
  return versions;
}

function highlightsOfBoth(
  base: SharedClip | null,
  ours: SharedClip,
  theirs: SharedClip,
): ReadonlyMap<string, SharedHighlight> {
  const highlights = new Map(ours.highlights);
  for (const [id, their] of theirs.highlights) {
    const our = ours.highlights.get(id);
    const was = base?.highlights.get(id);
    if (our === undefined) highlights.set(id, their);
    else
      highlights.set(id, {
        living: mergeStamped(was?.living, our.living, their.living),
        fields: mergeStampedMaps(was?.fields, our.fields, their.fields),
      });
  }
  return highlights;
}

function imagesOfBoth(ours: SharedClip, theirs: SharedClip): ReadonlyMap<string, SharedImage> {
  const images = new Map(ours.images);
  for (const [url, their] of theirs.images) {
    const our = images.get(url);
    if (our === undefined || compareText(our.hash, their.hash) < 0) images.set(url, their);
  }
  return images;
}

/** Fields that both sides changed, each in its own way: what the user may want to look at. */
export type DoubtfulField = 'title' | 'author' | 'publishedAt' | 'read' | 'starred' | 'note' | 'text';

export function doubtfulFields(
  base: SharedClip | null,
  ours: SharedClip,
  theirs: SharedClip,
): DoubtfulField[] {
  const differs = <Value>(
    was: Stamped<Value> | undefined,
    our: Stamped<Value>,
    their: Stamped<Value>,
  ): boolean =>
    canonicalText(our.value) !== canonicalText(their.value) &&
    (was === undefined || (!isSameStamped(our, was) && !isSameStamped(their, was)));
  const note = mergeNotes(base?.note ?? null, ours.note, theirs.note);
  return [
    ...editableFields.filter((field) => differs(base?.said[field], ours.said[field], theirs.said[field])),
    ...(differs(base?.readAt, ours.readAt, theirs.readAt) ? (['read'] as const) : []),
    ...(differs(base?.starred, ours.starred, theirs.starred) ? (['starred'] as const) : []),
    ...(!isSameNote(note, ours.note) && !isSameNote(note, theirs.note) ? (['note'] as const) : []),
    ...(differs(base?.text, ours.text, theirs.text) ? (['text'] as const) : []),
  ];
}
