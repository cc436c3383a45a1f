import { type SelectedRange, cutRange } from '../article/selected-range.ts';
import type { ShownClip } from './reader.ts';

/** The article as Markdown, or the passage of it. What makes it is loaded when it is first asked for. */
export async function toMarkdown({ body }: ShownClip, passage: SelectedRange | null): Promise<string> {
  const { articleToMarkdown, partToMarkdown } =
    await import('../../../formats/markdown/write/article-to-markdown.ts');
  return passage === null
    ? articleToMarkdown(body.html)
    : partToMarkdown(body.html, (article) => cutRange(article, passage));
}
