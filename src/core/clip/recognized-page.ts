import * as v from 'valibot';
import type { RecognizedPage } from './index-page.ts';
import { lineSchema, webAddressSchema } from './page-schemas.ts';

/** A page that lists more is cut. */
const mostPosts = 5_000;

const post = v.object({
  title: lineSchema(2_000),
  url: webAddressSchema,
  date: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  excerpt: v.nullable(lineSchema(2_000)),
});

const posts = v.pipe(
  v.array(post),
  v.transform((all) => all.slice(0, mostPosts)),
);

const recognized = v.object({
  kind: v.picklist(['article', 'index', 'other']),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  posts,
  isCut: v.optional(v.boolean()),
  next: v.nullable(webAddressSchema),
  feeds: v.array(
    v.object({
      url: webAddressSchema,
      type: v.picklist(['rss', 'atom', 'json']),
      title: v.nullable(lineSchema(2_000)),
    }),
  ),
  series: v.nullable(v.object({ name: v.nullable(lineSchema(2_000)), posts })),
});

/** Checks what was read in a hostile page; null where it is not what a page can be recognised as. */
export function parseRecognizedPage(value: unknown): RecognizedPage | null {
  const parsed = v.safeParse(recognized, value);
  return parsed.success ? parsed.output : null;
}
