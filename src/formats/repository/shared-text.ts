import * as v from 'valibot';
import { withoutBlockNumbers } from '../../core/clip/block-place.ts';
import type { ClipContent } from '../../core/clip/clip-from-article.ts';
import type { ClipBody, EditableField } from '../../core/clip/clip.ts';
import { isTime } from '../../core/time.ts';
import { canonicalJson } from '../backup/canonical-json.ts';
import { aboutText, content, time } from '../backup/backup-clip.ts';

type PageContent = Omit<ClipContent, EditableField | 'sourceAt' | 'codeLanguages' | 'site' | 'incomplete'>;

/**
 * A text as it was taken from the page, without what may be written by hand, and without what follows from its HTML. It never
 * changes: its file is named by its hash, and serves as the clip's text and later as a version.
 */
export type SharedText = PageContent &
  Omit<ClipBody, 'clipId' | 'blocks' | 'images'> & {
    readonly pictures: ClipBody['images'];
    /** When it was taken from the page (epoch ms). */
    readonly takenAt: number;
  };

/** Longest HTML of one article, in UTF-16 units. */
const longestHtml = 16 * 2 ** 20;

const schema: v.GenericSchema<unknown, SharedText> = v.object({
  url: content.url,
  siteName: content.siteName,
  language: content.language,
  excerpt: content.excerpt,
  words: content.words,
  readingMinutes: content.readingMinutes,
  codeBlocks: content.codeBlocks,
  images: content.images,
  formulas: content.formulas,
  coverage: content.coverage,
  integrity: aboutText.integrity,
  description: aboutText.description,
  pageTags: aboutText.pageTags,
  pageUpdatedAt: aboutText.pageUpdatedAt,
  html: v.pipe(v.string(), v.maxLength(longestHtml)),
  pictures: aboutText.images,
  takenAt: time,
});

/** A text's file, hostile until it has passed here; null where it is none. */
export function parseSharedText(value: unknown): SharedText | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success && isTime(parsed.output.takenAt) ? parsed.output : null;
}

/** The text of a clip, or of a version, by its row and its body as it was extracted. */
export function sharedTextOf(row: ClipContent, body: ClipBody, takenAt: number): SharedText {
  const { integrity, description, pageTags, pageUpdatedAt } = body;
  return {
    ...pageContent(row),
    integrity,
    description,
    pageTags,
    pageUpdatedAt,
    takenAt,
    pictures: body.images,
    html: withoutBlockNumbers(body.html),
  };
}

/** What a row says of its page. Field by field: rows of other releases may hold more, and equal texts have equal hashes. */
export function pageContent(row: PageContent): PageContent {
  const { url, siteName, language, excerpt, words, readingMinutes } = row;
  const { codeBlocks, images, formulas, coverage } = row;
  return {
    url,
    siteName,
    language,
    excerpt,
    words,
    readingMinutes,
    codeBlocks,
    images,
    formulas,
    coverage,
  };
}

export function textBytes(text: SharedText): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${canonicalJson(text, 1)}\n`);
}
