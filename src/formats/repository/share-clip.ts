import * as v from 'valibot';
import { type ArticleEdit, applyEdits } from '../../core/clip/article-edits.ts';
import { articleFromLink } from '../../core/clip/article-from-link.ts';
import { bodyFromArticle, contentOf, languagesOfCode, siteOf } from '../../core/clip/clip-from-article.ts';
import { editableFields, originalOf, textTime } from '../../core/clip/clip-versions.ts';
import type { Clip, ClipBody, ClipId, EditableField } from '../../core/clip/clip.ts';
import { isComplete } from '../../core/clip/completeness.ts';
import { integrityOfEdited } from '../../core/clip/put-back.ts';
import type { ClipVersion, WholeClip } from '../../core/clip/whole-clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { highlightSchema } from '../../core/highlight/highlight-schema.ts';
import { oldestFirst } from '../../core/highlight/highlight-sums.ts';
import { withHighlights } from '../../core/highlight/merge-highlights.ts';
import { toHex } from '../../core/hex.ts';
import { placeHighlights } from '../../core/highlight/place-highlights.ts';
import { fieldsOfHighlight, highlightRow } from '../../core/sync/shared-highlights.ts';
import { plainClip } from '../../core/sync/plain-clip.ts';
import type { SaidOfText, SharedClip, SharedImage, SharedVersion } from '../../core/sync/shared-clip.ts';
import {
  type PlainClip,
  type StampedField,
  type StampingContext,
  stampClip,
} from '../../core/sync/stamp-clip.ts';
import { sanitizeArticle } from '../../extract/sanitize.ts';
import { numberBlocks } from '../../extract/outcome/number-blocks.ts';
import { type SharedText, pageContent, sharedTextOf, textBytes } from './shared-text.ts';

/** A clip in the form that devices share, with the files of its texts by their hashes. */
export interface SharedWithTexts {
  readonly shared: SharedClip;
  readonly texts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export interface ClipToShare {
  readonly whole: WholeClip;
  readonly images: ReadonlyMap<string, SharedImage>;
}

/** The shared form of a clip of this device. `base`: what was last shared of it, null for nothing. */
export async function shareClip(
  { whole, images }: ClipToShare,
  base: SharedClip | null,
  context: StampingContext,
): Promise<SharedWithTexts> {
  const { clip, edits } = whole;
  const texts = new Map<string, Uint8Array<ArrayBuffer>>();
  const keep = async (text: SharedText): Promise<string> => {
    const bytes = textBytes(text);
    const hash = await sha256Of(bytes);
    texts.set(hash, bytes);
    return hash;
  };
  const body = originalOf(whole) ?? bodyFromArticle(clip.id, articleFromLink(clip.url, clip.title));
  const hash = await keep(sharedTextOf(contentOf(clip), body, clip.updatedAt));
  const versions = new Map<string, SharedVersion>();
  for (const { content, body: earlier, takenAt, replaced } of whole.versions) {
    versions.set(await keep(sharedTextOf(content, earlier, takenAt)), {
      said: saidIn(content),
      replaced: replaced ?? null,
    });
  }
  const plain: PlainClip = {
    clip,
    text: { hash, isEmpty: body.html === '', chosenAt: clip.textAt ?? null, said: saidIn(clip) },
    versions,
    edits: edits?.edits ?? [],
    highlights: new Map((whole.highlights ?? []).map((each) => [each.id, fieldsOfHighlight(each)])),
    images,
  };
  return { shared: stampClip(plain, base, withOwnTimes(whole, context)), texts };
}

function saidIn({ title, author, publishedAt }: Pick<Clip, EditableField>): SaidOfText {
  return { title, author, publishedAt };
}

/** Texts and highlights have times of their own. */
function withOwnTimes({ clip, highlights = [] }: WholeClip, { device, changedAt }: StampingContext) {
  const times = new Map(highlights.map((each) => [`highlight:${each.id}`, each.changedAt]));
  const own = (field: StampedField) => (field === 'text' ? textTime(clip) : times.get(field));
  return { device, changedAt: (field: StampedField) => own(field) ?? changedAt(field) };
}

/**
 * The clip as this device stores it. Its HTML goes through the sanitiser, its blocks are read from it; a version whose text is
 * not there is left out. Throws where the clip's own text is missing. Needs a document.
 */
export function wholeOfShared(shared: SharedClip, texts: ReadonlyMap<string, SharedText>): WholeClip {
  const plain = plainClip(shared);
  const { chosenAt, hash } = plain.text;
  const text = texts.get(hash);
  if (text === undefined) throw new TypeError(`no text ${hash} of clip ${shared.id}`);
  const original = bodyOfText(shared.id, text);
  const body = plain.edits.length === 0 ? original : applyEdits(original, plain.edits);
  const byHand = editableFields.filter((field) => shared.said[field].value.byHand);
  const clip: Clip = {
    ...contentOfText(text, body, plain.edits),
    ...plain.clip,
    updatedAt: text.takenAt,
    trashedAt: null,
    sourceAt: null,
    ...(chosenAt === null ? {} : { textAt: chosenAt }),
    ...(byHand.length === 0 ? {} : { editedAt: Math.max(...byHand.map((field) => shared.said[field].at)) }),
  };
  const versions = [...plain.versions].flatMap(([key, version]) => {
    const earlier = texts.get(key);
    return earlier === undefined ? [] : [versionOf(clip, earlier, version)];
  });
  const highlights = placeHighlights(rowsOfHighlights(shared), {
    shown: body,
    original,
    versions: versions.map((version) => version.body),
  });
  const whole = {
    clip,
    body,
    versions: versions.toSorted((a, b) => a.takenAt - b.takenAt),
    source: null,
    ...(plain.edits.length === 0 ? {} : { edits: { edits: plain.edits, original } }),
  };
  return withHighlights(whole, highlights);
}

/** Rows of the living highlights; one that is none is left out. */
function rowsOfHighlights({ id, highlights }: SharedClip): Highlight[] {
  return [...highlights]
    .flatMap(([key, shared]) => {
      const parsed = v.safeParse(highlightSchema, highlightRow(key, id, shared));
      return parsed.success ? [parsed.output] : [];
    })
    .toSorted(oldestFirst);
}

function versionOf(clip: Clip, text: SharedText, { said, replaced }: SharedVersion): ClipVersion {
  const body = bodyOfText(clip.id, text);
  return {
    content: {
      ...contentOfText(text, body, []),
      title: said.title ?? clip.title,
      author: said.author,
      publishedAt: said.publishedAt,
      sourceAt: null,
    },
    body,
    takenAt: text.takenAt,
    ...(replaced === null ? {} : { replaced }),
  };
}

function contentOfText(text: SharedText, body: ClipBody, edits: readonly ArticleEdit[]) {
  return {
    ...pageContent(text),
    incomplete: !isComplete(integrityOfEdited(text.integrity, edits)),
    site: siteOf(text.url),
    codeLanguages: languagesOfCode(body.blocks),
  };
}

function bodyOfText(clipId: ClipId, text: SharedText): ClipBody {
  const { integrity, description, pageTags, pictures, pageUpdatedAt } = text;
  const holder = document.implementation.createHTMLDocument('').body;
  holder.append(sanitizeArticle(text.html));
  const blocks = numberBlocks(holder);
  return {
    clipId,
    integrity,
    description,
    pageTags,
    pageUpdatedAt,
    blocks,
    html: holder.innerHTML,
    images: pictures,
  };
}

/** SHA-256 in hexadecimal. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toHex(digest);
}
