import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { clipMarkdown, type MarkdownClip } from './clip-markdown.ts';
import type { MarkdownForm } from './markdown-form.ts';

/** An article as the user wants it copied. Needs a document. */
export function markdownCopy(clip: MarkdownClip, form: MarkdownForm): string {
  return clipMarkdown(clip, new Map(), { form, properties: form.copyProperties });
}

/** What a page that is not clipped would be, as far as copies need it. */
export function pageAsClip(
  article: Pick<Clip, 'title' | 'url' | 'siteName' | 'author' | 'publishedAt' | 'language'> &
    Pick<ClipBody, 'html' | 'blocks' | 'description'> & { readonly tags: readonly string[] },
  now: number,
): MarkdownClip {
  const { title, url, siteName, author, publishedAt, language, tags } = article;
  const said = { title, url, siteName, author, publishedAt, language };
  const clip = { ...said, note: '', savedAt: now, updatedAt: now, readAt: null, starred: false };
  return { clip, body: article, tags };
}
