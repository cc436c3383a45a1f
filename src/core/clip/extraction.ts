import * as v from 'valibot';
import { Failure, isFailureCode } from '../failure.ts';
import { isCalendarDay } from '../time.ts';
import type { Article } from './article.ts';
import { leftOutLimits, pageNotices } from './left-out.ts';
import { leftOutSchema } from './left-out-schema.ts';
import { lineSchema } from './page-schemas.ts';

/** What the extractor hands over: the article, and the page's own HTML, gzipped and in base64, where it was asked for. */
export interface Extraction {
  readonly article: Article;
  readonly source: string | null;
}

const counts = v.object({ codeBlocks: count(), images: count(), tables: count(), formulas: count() });

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
    language: v.nullable(lineSchema(40)),
    guessed: v.exactOptional(v.boolean()),
    fileName: v.exactOptional(lineSchema(500)),
  }),
  v.object({ kind: v.literal('math'), text: v.string() }),
]);

const article = v.object({
  url: v.pipe(v.string(), v.regex(/^(https?|file):/i)),
  canonicalUrl: v.nullable(v.pipe(v.string(), v.regex(/^https?:/i))),
  title: lineSchema(2_000),
  author: v.nullable(lineSchema(500)),
  publishedAt: v.nullable(date()),
  updatedAt: v.nullable(date()),
  tags: v.pipe(v.array(lineSchema(200)), v.maxLength(200)),
  language: v.nullable(lineSchema(40)),
  siteName: v.nullable(lineSchema(500)),
  description: v.nullable(v.string()),
  html: v.string(),
  blocks: v.array(block),
  images: v.array(v.object({ url: v.string(), alt: v.string() })),
  measure: v.object({
    words: count(),
    readingMinutes: count(),
    codeBlocks: count(),
    images: count(),
    tables: count(),
    formulas: count(),
  }),
  integrity: v.object({
    extractorVersion: lineSchema(40),
    rules: v.array(lineSchema(80)),
    found: counts,
    kept: counts,
    restored: counts,
    coverage: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    leftOut: v.exactOptional(v.pipe(v.array(leftOutSchema), v.maxLength(leftOutLimits.passages))),
    notice: v.exactOptional(v.picklist(pageNotices)),
  }),
});

const extraction = v.variant('ok', [
  v.object({ ok: v.literal(true), article, source: v.optional(v.nullable(v.string()), null) }),
  v.object({ ok: v.literal(false), code: v.string(), detail: v.string() }),
]);

/** Checks the extractor's answer, which comes out of a hostile page. Throws its own `page/…` code, or `page/malformed`. */
export function parseExtraction(value: unknown): Extraction {
  const parsed = v.safeParse(extraction, value);
  if (!parsed.success) throw new Failure('page/malformed', v.summarize(parsed.issues).slice(0, 2_000));
  const { output } = parsed;
  if (!output.ok)
    throw new Failure(isFailureCode(output.code) ? output.code : 'page/unreadable', output.detail);
  return { article: output.article, source: output.source };
}

/** The same check for an article alone, as the popup sends it on to be stored. */
export function parseArticle(value: unknown): Article {
  return parseExtraction({ ok: true, article: value }).article;
}

function count() {
  return v.pipe(v.number(), v.integer(), v.minValue(0));
}

/** In the form of ISO 8601; a day that no calendar has is none. */
function date() {
  return v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/),
    v.transform((text) => (isCalendarDay(text) ? text : null)),
  );
}
