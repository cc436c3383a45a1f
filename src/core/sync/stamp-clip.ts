import type { ArticleEdit } from '../clip/article-edits.ts';
import type { Clip, EditableField } from '../clip/clip.ts';
import {
  type Json,
  type Said,
  type SharedClip,
  type SharedHighlight,
  type SharedImage,
  type SharedVersion,
  type TextRef,
  livingFields,
} from './shared-clip.ts';
import { type SharedNote, noteStamp, noteText } from './shared-note.ts';
import { type DeviceId, type Stamped, type StampedMap, canonicalText, nextStamp } from './stamp.ts';

/** A clip as this device has it, without stamps. */
export interface PlainClip {
  readonly clip: Pick<
    Clip,
    | 'id'
    | 'urlKey'
    | 'savedAt'
    | EditableField
    | 'edited'
    | 'editedAt'
    | 'readAt'
    | 'starred'
    | 'tags'
    | 'note'
  >;
  readonly text: TextRef;
  /** Earlier texts by hash. */
  readonly versions: ReadonlyMap<string, SharedVersion>;
  readonly edits: readonly ArticleEdit[];
  /** Fields of each highlight, by its id. */
  readonly highlights: ReadonlyMap<string, Readonly<Record<string, Json>>>;
  readonly images: ReadonlyMap<string, SharedImage>;
}

/** Fields whose time of change may be known by itself. Of a tag: `tag:` and its key; of a highlight `highlight:` and its id. */
export type StampedField =
  | EditableField
  | 'readAt'
  | 'starred'
  | 'note'
  | 'text'
  | 'versions'
  | 'edits'
  | `tag:${string}`
  | `highlight:${string}`;

export interface StampingContext {
  readonly device: DeviceId;
  /** When this device last changed a field (epoch ms). */
  readonly changedAt: (field: StampedField) => number;
}

/**
 * The shared form of a clip: what is as in `base` (its last shared state, null for none) keeps its stamps; what differs was
 * changed here since, and gets new ones.
 */
export function stampClip(
  plain: PlainClip,
  base: SharedClip | null,
  { device, changedAt }: StampingContext,
): SharedClip {
  const { clip } = plain;
  const stamped = <Value>(
    field: StampedField,
    value: Value,
    before: Stamped<Value> | undefined,
    /** Of a field that is there for the first time: not the last change of the clip. */
    firstAt = changedAt(field),
  ): Stamped<Value> => {
    if (before !== undefined && canonicalText(before.value) === canonicalText(value)) return before;
    const at = before === undefined && base === null ? firstAt : changedAt(field);
    return { value, ...nextStamp(at, before ?? null, device) };
  };
  const map = <Value>(
    before: StampedMap<Value> | undefined,
    values: ReadonlyMap<string, Value>,
    gone: Value,
    fieldOf: (key: string) => StampedField,
  ): StampedMap<Value> => {
    const stamps = new Map<string, Stamped<Value>>();
    for (const [key, was] of before ?? [])
      if (!values.has(key)) stamps.set(key, stamped(fieldOf(key), gone, was));
    for (const [key, value] of values) stamps.set(key, stamped(fieldOf(key), value, before?.get(key)));
    return stamps;
  };
  const isByHand = (field: EditableField) => clip.edited?.includes(field) ?? false;
  const said = (field: EditableField): Stamped<Said<string | null>> =>
    stamped(
      field,
      { text: clip[field], byHand: isByHand(field) },
      base?.said[field],
      isByHand(field) ? (clip.editedAt ?? clip.savedAt) : clip.savedAt,
    );
  const [title, author, publishedAt] = [said('title'), said('author'), said('publishedAt')];
  const held = (keys: readonly string[]) => new Map(keys.map((key) => [key, true] as const));
  return {
    id: base?.id ?? clip.id,
    aliases: base?.aliases ?? [],
    urlKey: base?.urlKey ?? clip.urlKey,
    savedAt: Math.min(base?.savedAt ?? clip.savedAt, clip.savedAt),
    said: { title, author, publishedAt },
    readAt: stamped('readAt', clip.readAt, base?.readAt, clip.readAt ?? clip.savedAt),
    starred: stamped('starred', clip.starred, base?.starred, clip.savedAt),
    tags: map(base?.tags, held(clip.tags), false, (key) => `tag:${key}`),
    note: stampedNote(clip.note, base?.note ?? null, () => changedAt('note'), device),
    text: stamped('text', textOf(plain, base), base?.text),
    versions: map<SharedVersion | null>(base?.versions, versionsOf(plain, base), null, () => 'versions'),
    edits: map<ArticleEdit | null>(
      base?.edits,
      new Map(plain.edits.map((edit) => [editKey(edit), edit])),
      null,
      () => 'edits',
    ),
    highlights: stampedHighlights(plain, base, stamped),
    images: new Map([...(base?.images ?? []), ...plain.images]),
  };
}

/** What was said of a text when it became this clip's does not change while it stands. */
function textOf({ text }: PlainClip, base: SharedClip | null): TextRef {
  const before = base?.text.value;
  const isSame = before?.hash === text.hash && before.chosenAt === text.chosenAt;
  return isSame ? { ...text, said: before.said } : text;
}

/**
 * The versions as they are shared: what is said of one does not change. One that stands again as the text is no row of its own
 * here, but nobody deleted it.
 */
function versionsOf({ text, versions }: PlainClip, base: SharedClip | null): PlainClip['versions'] {
  const shared = (hash: string) => base?.versions.get(hash)?.value ?? null;
  const standing = shared(text.hash);
  return new Map([
    ...[...versions].map(([hash, version]) => [hash, shared(hash) ?? version] as const),
    ...(standing === null ? [] : [[text.hash, standing] as const]),
  ]);
}

/** What tells an edit from the others of a clip: of one block one removal, and one language; any number of passages. */
function editKey(edit: ArticleEdit): string {
  const { kind, block } = edit;
  return canonicalText([
    kind,
    block.kind,
    block.nth,
    block.text,
    ...(edit.kind === 'put-back' ? [edit.html] : []),
  ]);
}

function stampedNote(
  text: string,
  base: SharedNote | null,
  changedAt: () => number,
  device: DeviceId,
): SharedNote {
  if (base !== null && noteText(base) === text) return base;
  const before = base === null ? null : noteStamp(base);
  return { heads: [{ text, ...nextStamp(changedAt(), before, device) }], base: null };
}

function stampedHighlights(
  { highlights }: PlainClip,
  base: SharedClip | null,
  stamped: <Value>(field: StampedField, value: Value, before: Stamped<Value> | undefined) => Stamped<Value>,
): ReadonlyMap<string, SharedHighlight> {
  const shared = new Map<string, SharedHighlight>();
  for (const [id, was] of base?.highlights ?? []) {
    const isGone = livingFields(was) === null;
    if (!highlights.has(id))
      shared.set(id, isGone ? was : { ...was, living: stamped(`highlight:${id}`, false, latest(was, true)) });
  }
  for (const [id, fields] of highlights) {
    const was = base?.highlights.get(id);
    const field = `highlight:${id}` as const;
    const isThere = was !== undefined && livingFields(was) !== null;
    shared.set(id, {
      living: isThere ? was.living : stamped(field, true, was === undefined ? was : latest(was, false)),
      fields: new Map([
        ...(was?.fields ?? []),
        ...Object.entries(fields).map(
          ([name, value]) => [name, stamped(field, value, was?.fields.get(name))] as const,
        ),
      ]),
    });
  }
  return shared;
}

/** With a stamp that none of its fields is later than: what takes its place is later than all. */
function latest({ living, fields }: SharedHighlight, value: boolean): Stamped<boolean> {
  const at = Math.max(living.at, ...[...fields.values()].map((field) => field.at));
  return { value, at, by: living.by };
}
