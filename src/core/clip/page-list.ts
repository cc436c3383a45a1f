import * as v from 'valibot';
import { Failure, isFailureCode } from '../failure.ts';
import type { IndexPost } from './index-page.ts';
import { lineSchema, webAddressSchema } from './page-schemas.ts';

/** Pages that an index page or a feed names, in its order. */
export interface PageList {
  readonly title: string;
  readonly pages: readonly IndexPost[];
  /** How many more it names: too many for one list. */
  readonly leftOut: number;
  /** The list that goes on where this one ends; null at the last. */
  readonly next: string | null;
}

/** More than any index page shows; feeds of whole blogs come near. What is longer is cut, and says by how many. */
export const longestList = 5_000;

const listedPage = v.object({
  url: webAddressSchema,
  title: lineSchema(2_000),
  date: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  excerpt: v.nullable(lineSchema(2_000)),
});

const answer = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    list: v.object({
      title: lineSchema(2_000),
      pages: v.pipe(v.array(listedPage), v.maxLength(longestList)),
      leftOut: v.pipe(v.number(), v.integer(), v.minValue(0)),
      next: v.nullable(webAddressSchema),
    }),
  }),
  v.object({ ok: v.literal(false), code: v.string(), detail: v.string() }),
]);

/** Checks a list that was read from a hostile page. Throws the code it carries, or `page/malformed`. */
export function parsePageList(value: unknown): PageList {
  const parsed = v.safeParse(answer, value);
  if (!parsed.success) throw new Failure('page/malformed', v.summarize(parsed.issues).slice(0, 2_000));
  const { output } = parsed;
  if (output.ok) return output.list;
  throw new Failure(isFailureCode(output.code) ? output.code : 'page/unreadable', output.detail);
}
