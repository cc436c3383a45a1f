import * as v from 'valibot';
import type { ArticleEdit, ArticleEdits } from '../../core/clip/article-edits.ts';
import type { ClipContent } from '../../core/clip/clip-from-article.ts';
import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { pageNotices } from '../../core/clip/left-out.ts';
import { leftOutSchema } from '../../core/clip/left-out-schema.ts';
import { unsureStates } from '../../core/highlight/highlight-state.ts';
import { highlightSchema } from '../../core/highlight/highlight-schema.ts';
import type { Replacement, WholeClip } from '../../core/clip/whole-clip.ts';
import type { Draft } from '../../core/clip/draft.ts';
import type { TagRow } from '../../core/tag/tag.ts';

/** Everything that the library has of one clip, and its images. */
export interface BackupClip extends WholeClip {
  /** Images that are kept with the clip. */
  readonly assets: readonly BackupAsset[];
}

export interface BackupAsset {
  /** The address that the article's HTML names. */
  readonly url: string;
  /** Media type, e.g. `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What no calendar has is repaired where it is read: repair-times.ts. */
export const time = v.number();
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const address = v.pipe(v.string(), v.regex(/^(?:https?|file):/i));
const counts = v.object({ codeBlocks: count, images: count, tables: count, formulas: count });
/** Becomes part of file names in the next backup. */
export const clipId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

const block = v.variant('kind', [
  v.object({ kind: v.literal('prose'), text: v.string() }),
  v.object({
    kind: v.literal('heading'),
    text: v.string(),
    level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  }),
  v.object({
    kind: v.literal('code'),
    text: v.string(),
    language: v.nullable(v.string()),
    guessed: v.exactOptional(v.boolean()),
    fileName: v.exactOptional(v.string()),
  }),
  v.object({ kind: v.literal('math'), text: v.string() }),
]);

/** What is said of a text beside its words. */
export const aboutText = {
  integrity: v.object({
    extractorVersion: v.string(),
    rules: v.array(v.string()),
    found: counts,
    kept: counts,
    restored: counts,
    coverage: share,
    leftOut: v.exactOptional(v.array(leftOutSchema)),
    notice: v.exactOptional(v.picklist(pageNotices)),
  }),
  description: v.nullable(v.string()),
  pageTags: v.array(v.string()),
  images: v.array(v.object({ url: v.string(), alt: v.string() })),
  pageUpdatedAt: v.nullable(v.string()),
};

const body: v.GenericSchema<unknown, ClipBody> = v.object({
  clipId,
  html: v.string(),
  blocks: v.array(block),
  ...aboutText,
});

export const content = {
  url: address,
  title: v.string(),
  site: v.string(),
  siteName: v.nullable(v.string()),
  author: v.nullable(v.string()),
  publishedAt: v.nullable(v.string()),
  language: v.nullable(v.string()),
  excerpt: v.string(),
  words: count,
  readingMinutes: count,
  codeBlocks: count,
  images: count,
  formulas: count,
  codeLanguages: v.array(v.string()),
  coverage: share,
  incomplete: v.exactOptional(v.boolean()),
  sourceAt: v.exactOptional(v.nullable(time)),
};

/** Typed against the contract: a field added to Clip does not compile until the format has it, with a default. */
const clip: v.GenericSchema<unknown, Clip> = v.object({
  ...content,
  id: clipId,
  urlKey: v.string(),
  tags: v.array(v.string()),
  note: v.string(),
  savedAt: time,
  updatedAt: time,
  readAt: v.nullable(time),
  starred: v.boolean(),
  reading: v.exactOptional(v.object({ block: count, share, at: time })),
  trashedAt: v.nullable(time),
  textAt: v.exactOptional(time),
  edited: v.exactOptional(v.array(v.picklist(['title', 'author', 'publishedAt']))),
  editedAt: v.exactOptional(time),
  source: v.exactOptional(v.literal('import')),
  highlights: v.exactOptional(count),
  highlightColors: v.exactOptional(v.array(v.string())),
  highlightNotes: v.exactOptional(v.string()),
  highlightStates: v.exactOptional(v.array(v.picklist(unsureStates))),
});

export const replacement: v.GenericSchema<unknown, Replacement> = v.object({
  by: v.picklist(['clip', 're-extract', 'restore', 'backup', 'lesser']),
  at: time,
});

const blockName = v.object({
  kind: v.picklist(['prose', 'heading', 'code', 'math']),
  text: v.string(),
  nth: count,
});

export const articleEdit: v.GenericSchema<unknown, ArticleEdit> = v.variant('kind', [
  v.object({ kind: v.literal('remove'), block: blockName }),
  v.object({ kind: v.literal('language'), block: blockName, language: v.nullable(v.string()) }),
  v.object({
    kind: v.literal('put-back'),
    block: blockName,
    side: v.picklist(['before', 'after']),
    html: v.string(),
    blocks: v.array(block),
  }),
]);

const edits: v.GenericSchema<unknown, ArticleEdits> = v.object({
  edits: v.array(articleEdit),
  original: body,
});

const versionContent: v.GenericSchema<unknown, ClipContent> = v.object(content);

/** `data/<id>.json` of a backup, and an entry of a JSON export. */
export const clipRecord = v.object({
  clip,
  body: v.nullable(body),
  versions: v.array(
    v.object({
      content: versionContent,
      body,
      takenAt: time,
      replaced: v.exactOptional(replacement),
    }),
  ),
  source: v.nullable(v.object({ extractorVersion: v.string(), savedAt: time })),
  edits: v.exactOptional(edits),
  highlights: v.exactOptional(v.array(highlightSchema)),
  assets: v.array(
    v.object({
      url: v.string(),
      type: v.pipe(v.string(), v.regex(/^image\/[\w.+-]{1,60}$/)),
      file: v.string(),
    }),
  ),
});

export type ClipRecord = v.InferOutput<typeof clipRecord>;

export const tagRow: v.GenericSchema<unknown, TagRow> = v.object({
  key: v.string(),
  label: v.string(),
  usedAt: time,
  color: v.nullable(v.string()),
});

export const draftRow: v.GenericSchema<unknown, Draft> = v.object({
  urlKey: v.string(),
  tags: v.array(v.string()),
  tagText: v.string(),
  note: v.string(),
  updatedAt: time,
});
