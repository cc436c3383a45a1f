import type { Article } from '../core/clip/article.ts';
import { markdownCopy, pageAsClip } from '../formats/export/markdown-copy.ts';
import { parseMarkdownForm } from '../formats/export/markdown-form.ts';

/** Runs in the page and leaves a function there, in the extension's own world, that writes an article as Markdown. */
function markdownOf(article: Article, form: unknown, now: number): string {
  const said = { ...article, url: article.canonicalUrl ?? article.url, tags: [] };
  return markdownCopy(pageAsClip(said, now), parseMarkdownForm(form));
}

Object.assign(globalThis, { clipshelfMarkdown: markdownOf });

export default true;
