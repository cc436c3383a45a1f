import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { sanitizeArticle } from '../../extract/sanitize.ts';
import { inertYaml } from '../markdown/write/inert.ts';
import { type HighlightForm, highlightsMarkdown } from '../markdown/write/highlights.ts';
import { articleMarkdown } from './article-markdown.ts';
import { markRanges } from './mark-ranges.ts';
import { inTextOrder, writtenHighlight } from './written-highlight.ts';

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
  readonly highlights?: HighlightForm;
  /** Front matter that the file needs beside the clip's own. */
  readonly front?: readonly FrontField[];
}

type FrontField = readonly [name: string, value: string | boolean | null];

const noPaths: ReadonlyMap<string, string> = new Map();

/**
 * A clip as a Markdown file: front matter, its title as heading, the article, its highlights. importMarkdown reads it back.
 * Needs a document. `imagePaths` has the paths of images that are kept beside the file, by their addresses.
 */
export function clipMarkdown(
  { clip, body, tags, highlights = [] }: ExportClip,
  imagePaths = noPaths,
  { highlights: form = 'inline', front = [] }: MarkdownOptions = {},
): string {
  const article = sanitizeArticle(body?.html ?? '');
  const blocks = body?.blocks ?? [];
  const written = inTextOrder(highlights.map((highlight) => writtenHighlight(highlight, blocks)));
  if (form !== 'quotes') markRanges(article, blocks, written, 'lines');
  for (const image of article.querySelectorAll('img')) {
    const path = imagePaths.get(image.getAttribute('src') ?? '');
    if (path !== undefined) image.setAttribute('src', path);
  }
  const text = articleMarkdown(article).trim();
  const below = highlightsMarkdown(written, blocks, { form, heading: highlightsHeading(clip.language) });
  const parts = [`# ${heading(clip.title)}`, text, below].filter((part) => part !== '');
  return `${frontMatter(clip, body, tags, front)}\n${parts.join('\n\n')}\n`;
}

/** In the language of the article that it stands below. */
export function highlightsHeading(language: string | null): string {
  return language?.toLowerCase().startsWith('zh') === true ? '高亮' : 'Highlights';
}

function frontMatter(
  clip: Clip,
  body: ClipBody | null,
  tags: readonly string[],
  more: readonly FrontField[],
): string {
  const fields: readonly FrontField[] = [
    ['title', clip.title],
    ['url', clip.url],
    ['site', clip.siteName],
    ['author', clip.author],
    ['published', clip.publishedAt],
    ['saved', isoTime(clip.savedAt)],
    ['updated', isoTime(clip.updatedAt)],
    ['language', clip.language],
    ['description', body?.description ?? null],
    ['note', clip.note],
    ['read', clip.readAt === null ? null : isoTime(clip.readAt)],
    ['starred', clip.starred ? true : null],
    ...more,
  ];
  const lines = fields.flatMap(([key, value]) =>
    value === null || value === '' ? [] : [`${key}: ${scalar(value)}`],
  );
  const list = tags.length === 0 ? [] : ['tags:', ...tags.map((tag) => `  - ${scalar(tag)}`)];
  return ['---', ...lines, ...list, '---', ''].join('\n');
}

/** A JSON string is a YAML string, once the signs that YAML takes for line breaks or refuses are escaped. */
function scalar(value: string | boolean): string {
  return (typeof value === 'string' ? inertYaml(value) : String(value)).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
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
