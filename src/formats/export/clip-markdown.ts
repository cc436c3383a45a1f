import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { sanitizeArticle } from '../../extract/sanitize.ts';
import { guardFirstLines } from '../markdown/write/guard-first-lines.ts';
import { type HighlightForm, highlightsMarkdown } from '../markdown/write/highlights.ts';
import { articleMarkdown } from './article-markdown.ts';
import { markRanges } from './mark-ranges.ts';
import { type MarkdownForm, presetRules, usualForm } from './markdown-form.ts';
import { type FrontField, propertyLines, type SaidOfClip } from './properties.ts';
import { inTextOrder, writtenHighlight } from './written-highlight.ts';

/** What Markdown says of a clip. */
export type WritableClip = Pick<
  Clip,
  | 'title'
  | 'url'
  | 'siteName'
  | 'author'
  | 'publishedAt'
  | 'savedAt'
  | 'updatedAt'
  | 'language'
  | 'note'
  | 'readAt'
  | 'starred'
>;

/** A clip, or a page that is none yet, as far as Markdown needs it. */
export interface MarkdownClip extends Omit<ExportClip, 'clip' | 'body'> {
  readonly clip: WritableClip;
  readonly body: Pick<ClipBody, 'html' | 'blocks' | 'description'> | null;
}

/** A clip with the labels of its tags, as every export takes it. */
export interface ExportClip {
  readonly clip: Clip;
  /** null for a link without content. */
  readonly body: ClipBody | null;
  /** Display forms, in the order of `clip.tags`. */
  readonly tags: readonly string[];
  /** With the labels of their tags; missing where nothing is highlighted. */
  readonly highlights?: readonly Highlight[];
}

export interface MarkdownOptions {
  /** How the user wants it; the usual form where nothing is said. */
  readonly form?: Pick<MarkdownForm, 'preset' | 'keys'>;
  /** In place of the preset's. */
  readonly highlights?: HighlightForm;
  /** Front matter that the file needs beside the clip's own. */
  readonly front?: readonly FrontField[];
  /** Whether the properties stand above the article. */
  readonly properties?: boolean;
}

const noPaths: ReadonlyMap<string, string> = new Map();

/**
 * A clip as a Markdown file: its properties, the article, its highlights, in the form that a tool wants. importMarkdown reads
 * it back. Needs a document. `imagePaths` has the paths of images that are kept beside the file, by their addresses.
 */
export function clipMarkdown(
  { clip, body, tags, highlights = [] }: MarkdownClip,
  imagePaths = noPaths,
  { form = usualForm, highlights: chosen, front = [], properties = true }: MarkdownOptions = {},
): string {
  const rules = presetRules[form.preset];
  const shown = chosen ?? rules.highlights;
  const article = sanitizeArticle(body?.html ?? '');
  const blocks = body?.blocks ?? [];
  const written = inTextOrder(highlights.map((highlight) => writtenHighlight(highlight, blocks)));
  if (shown !== 'quotes') markRanges(article, blocks, written, 'lines');
  for (const image of article.querySelectorAll('img')) {
    const path = imagePaths.get(image.getAttribute('src') ?? '');
    if (path !== undefined) image.setAttribute('src', path);
  }
  const text = guardFirstLines(articleMarkdown(article).trim());
  const below = highlightsMarkdown(written, blocks, {
    form: shown,
    heading: highlightsHeading(clip.language),
  });
  const parts = [text, below].filter((part) => part !== '').join('\n\n');
  // A heading at the article's beginning would be taken for the title.
  const isHeaded = rules.heading || text.startsWith('# ') || !properties;
  const isLinked = properties && rules.properties === 'list';
  const title = isLinked ? `# [${heading(clip.title)}](${linkTarget(clip.url)})` : `# ${heading(clip.title)}`;
  const lines = properties
    ? propertyLines({ values: saidOf(clip, body), tags }, form.keys, rules, front)
    : '';
  const top = isLinked ? `${title}\n\n${lines}` : `${lines}${isHeaded ? `${title}\n\n` : ''}`;
  return `${parts === '' ? top.trimEnd() : `${top}${parts}`}\n`;
}

/** In the language of the article that it stands below. */
export function highlightsHeading(language: string | null): string {
  return language?.toLowerCase().startsWith('zh') === true ? '高亮' : 'Highlights';
}

function saidOf(clip: WritableClip, body: MarkdownClip['body']): SaidOfClip['values'] {
  return {
    title: clip.title,
    url: clip.url,
    site: clip.siteName,
    author: clip.author,
    published: clip.publishedAt,
    saved: isoTime(clip.savedAt),
    updated: isoTime(clip.updatedAt),
    language: clip.language,
    description: body?.description ?? null,
    note: clip.note,
    read: clip.readAt === null ? null : isoTime(clip.readAt),
    starred: clip.starred ? true : null,
  };
}

function isoTime(time: number): string | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Titles are shown as they are: signs that Markdown would read are escaped. */
function heading(title: string): string {
  return title
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>&#]/g, '\\$&');
}

/** Brackets of an address could end the link. */
function linkTarget(url: string): string {
  return /[()]/.test(url) ? `<${url}>` : url;
}
