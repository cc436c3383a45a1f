import * as v from 'valibot';
import { decodeEntities } from '../../text/html-entities.ts';
import { type ImportEntry, importedClip, problem } from '../imported-clip.ts';
import { writtenHighlights } from '../written-highlights.ts';
import { parseJson } from '../json/json-entries.ts';

const text = v.nullable(v.string());
const said = v.object({
  url: v.string(),
  title: v.string(),
  note: v.string(),
  tags: v.array(v.string()),
  savedAt: v.number(),
  readAt: v.nullable(v.number()),
  starred: v.boolean(),
  publishedAt: text,
  author: text,
  language: text,
  siteName: text,
  description: text,
  highlights: v.optional(writtenHighlights, []),
});

/** Our own HTML export: what it says of the clip stands in a meta element, the article in `<article>`. */
export function* importClipHtml(html: string): Generator<ImportEntry> {
  const meta = /<meta name="clipshelf-clip" content="([^"]*)">/.exec(html);
  const result = v.safeParse(said, meta === null ? null : parseJson(decodeEntities(meta[1] ?? '')));
  const start = html.indexOf('<article>');
  const end = html.lastIndexOf('</article>');
  if (!result.success || start === -1 || end < start) {
    yield problem('wrong-shape', html.slice(0, 200));
    return;
  }
  const article = html.slice(start + '<article>'.length, end);
  yield importedClip(
    {
      ...result.output,
      read: result.output.readAt !== null,
      content: article.trim() === '' ? null : { kind: 'article', text: article },
    },
    { entry: result.output.title },
  );
}
