import { type Passage, cutPassage } from '../article/selected-passage.ts';
import type { ShownClip } from './reader.ts';

/** The article as Markdown, or the passage of it. What makes it is loaded when it is first asked for. */
export async function toMarkdown({ body }: ShownClip, passage: Passage | null): Promise<string> {
  const { articleToMarkdown, partToMarkdown } = await import('../../../markdown/article-to-markdown.ts');
  return passage === null
    ? articleToMarkdown(body.html)
    : partToMarkdown(body.html, (article) => cutPassage(article, passage));
}
