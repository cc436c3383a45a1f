import * as v from 'valibot';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { clipText } from '../../core/sync/join-clips.ts';
import type { Json } from '../../core/sync/shared-clip.ts';
import { type Stamped, latestStamp } from '../../core/sync/stamp.ts';
import { timeSchema } from '../../core/time-schema.ts';
import { parseTag } from '../../core/tag/tag.ts';
import { articleEdit, clipId, replacement } from '../backup/backup-clip.ts';
import { canonicalJson } from '../backup/canonical-json.ts';

/** The record of a clip: its shared form, and what the Markdown beside it is known by. */
export interface ClipRecordFile {
  readonly shared: SharedClip;
  /** SHA-256 of the Markdown's article: another one was written by hand. */
  readonly article: string;
  /** Git's id of the Markdown file as we wrote it: the same one need not be read. null where it is not known. */
  readonly markdown: string | null;
}

const hash = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));
const line = v.pipe(v.string(), v.maxLength(20_000));
const at = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(latestStamp));
const by = v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/));
const note = v.pipe(v.string(), v.maxLength(2 ** 20));

function stamped<Value>(value: v.GenericSchema<unknown, Value>): v.GenericSchema<unknown, Stamped<Value>> {
  return v.object({ value, at, by });
}

/** Pairs of key and value: no key becomes a property of an object. */
function entries<Value>(
  key: v.GenericSchema<unknown, string>,
  value: v.GenericSchema<unknown, Value>,
): v.GenericSchema<unknown, ReadonlyMap<string, Value>> {
  return v.pipe(
    v.array(v.tuple([key, value])),
    v.maxLength(10_000),
    v.transform((pairs): ReadonlyMap<string, Value> => new Map(pairs)),
  );
}

const json: v.GenericSchema<unknown, Json> = v.pipe(
  v.unknown(),
  v.check((value) => JSON.stringify(value).length < 100_000),
  v.transform((value) => value as Json),
);

const said = stamped(v.object({ text: v.nullable(line), byHand: v.boolean() }));
const saidOfText = v.object({
  title: v.nullable(line),
  author: v.nullable(line),
  publishedAt: v.nullable(line),
});
const tagKey = v.pipe(
  v.string(),
  v.check((key) => parseTag(key)?.key === key),
);

const schema: v.GenericSchema<
  unknown,
  SharedClip & { readonly article: string; readonly markdown: string | null }
> = v.object({
  id: clipId,
  aliases: v.pipe(v.array(clipId), v.maxLength(1_000)),
  urlKey: line,
  savedAt: timeSchema,
  said: v.object({ title: said, author: said, publishedAt: said }),
  readAt: stamped(v.nullable(timeSchema)),
  starred: stamped(v.boolean()),
  tags: entries(tagKey, stamped(v.boolean())),
  note: v.object({
    heads: v.pipe(v.array(v.object({ text: note, at, by })), v.minLength(1), v.maxLength(50)),
    base: v.nullable(v.object({ text: note, at: v.number() })),
  }),
  text: stamped(v.object({ hash, isEmpty: v.boolean(), chosenAt: v.nullable(timeSchema), said: saidOfText })),
  versions: entries(
    hash,
    stamped(
      v.nullable(
        v.object({
          said: saidOfText,
          replaced: v.nullable(replacement),
        }),
      ),
    ),
  ),
  edits: entries(v.string(), stamped(v.nullable(articleEdit))),
  highlights: entries(
    clipId,
    v.object({ living: stamped(v.boolean()), fields: entries(line, stamped(json)) }),
  ),
  images: entries(line, v.object({ hash, type: v.pipe(v.string(), v.regex(/^image\/[\w.+-]{1,60}$/)) })),
  article: hash,
  markdown: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\da-f]{40}$/))), null),
});

/** A record's file, hostile until it has passed here; what is wrong with it where it is none. */
export function parseClipRecord(value: unknown): ClipRecordFile | string {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return v.summarize(parsed.issues).slice(0, 300);
  const { article, markdown, ...shared } = parsed.output;
  return { shared, article, markdown };
}

export function recordBytes({ shared, article, markdown }: ClipRecordFile): Uint8Array<ArrayBuffer> {
  const plain: unknown = { ...(JSON.parse(clipText(shared)) as object), article, markdown };
  return new TextEncoder().encode(`${canonicalJson(plain, 1)}\n`);
}
