import { sanitizeArticle } from '../../extract/sanitize.ts';
import { escapeHtml } from '../text/html-entities.ts';
import { type ExportClip, highlightsHeading } from './clip-markdown.ts';
import { exportStyle, exportStyleHash } from './export-style.ts';
import { markRanges } from './mark-ranges.ts';
import { inTextOrder, type WrittenHighlight, writtenHighlight } from './written-highlight.ts';

/** Bytes of the images that are kept, as `data:` addresses, by the address that the article names. */
export type ImageData = ReadonlyMap<string, string>;

const noImages: ImageData = new Map();

export interface HtmlOptions {
  /** Whether highlights are shown, and said; they are, if it is missing. */
  readonly highlights?: boolean;
}

/**
 * A clip as one HTML file that stands alone: own style, no script, and a policy under which it asks nothing of any
 * site. An image that is not in `images` shows its description. Needs a document.
 */
export function clipHtml(
  { clip, body, tags, highlights = [] }: ExportClip,
  images = noImages,
  { highlights: shown = true }: HtmlOptions = {},
): string {
  const article = sanitizeArticle(body?.html ?? '');
  const blocks = body?.blocks ?? [];
  const written = shown ? inTextOrder(highlights.map((each) => writtenHighlight(each, blocks))) : [];
  markRanges(article, blocks, written, 'marks');
  for (const image of article.querySelectorAll('img')) {
    const data = images.get(image.getAttribute('src') ?? '');
    if (data !== undefined && /^data:image\/(?!svg)/.test(data)) image.setAttribute('src', data);
  }
  for (const element of article.querySelectorAll('[data-block]')) element.removeAttribute('data-block');
  const holder = article.ownerDocument.createElement('article');
  holder.append(article);
  const about = [clip.author, clip.publishedAt?.slice(0, 10) ?? null, ...tags.map((tag) => `#${tag}`)];
  return `<!doctype html>
<html${clip.language === null ? '' : ` lang="${escapeHtml(clip.language)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '${exportStyleHash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<meta name="clipshelf-clip" content="${escapeHtml(JSON.stringify({ ...said(clip, body, tags), ...(written.length === 0 ? {} : { highlights: written }) }))}">
<title>${escapeHtml(clip.title)}</title>
<style>${exportStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(clip.title)}</h1>
<p><a href="${escapeHtml(webAddress(clip.url))}" rel="noreferrer">${escapeHtml(clip.url)}</a></p>
<p>${about
    .filter((part) => part !== null && part !== '')
    .map((part) => escapeHtml(String(part)))
    .join(' · ')}</p>
</header>
${holder.outerHTML}
${notesHtml(written, highlightsHeading(clip.language))}</body>
</html>
`;
}

/** The highlights that have a note, or are not in the article: below it, for people. */
function notesHtml(highlights: readonly WrittenHighlight[], heading: string): string {
  const shown = highlights.filter(({ note, range }) => note !== '' || range === null);
  if (shown.length === 0) return '';
  const entries = shown.map(
    ({ quote, note, color }) =>
      `<blockquote><mark data-highlight="${escapeHtml(color)}">${escapeHtml(quote)}</mark></blockquote>\n${note === '' ? '' : `<p data-note>${escapeHtml(note)}</p>\n`}`,
  );
  return `<footer>\n<h2>${heading}</h2>\n${entries.join('')}</footer>\n`;
}

/** What importClipHtml reads back. */
function said(clip: ExportClip['clip'], body: ExportClip['body'], tags: readonly string[]) {
  const { url, title, note, savedAt, readAt, starred, publishedAt, author, language, siteName } = clip;
  const description = body?.description ?? null;
  return {
    url,
    title,
    note,
    tags,
    savedAt,
    readAt,
    starred,
    publishedAt,
    author,
    language,
    siteName,
    description,
  };
}

function webAddress(url: string): string {
  return /^(?:https?|file):/i.test(url) ? url : '#';
}
