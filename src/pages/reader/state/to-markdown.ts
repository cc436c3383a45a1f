import type { ShownClip } from './reader.ts';

/** The article as Markdown. What makes it is loaded when it is first asked for. */
export async function toMarkdown({ body }: ShownClip): Promise<string> {
  const { articleToMarkdown } = await import('../../../markdown/article-to-markdown.ts');
  return articleToMarkdown(body.html);
}
