import { sanitizeArticle } from '../../extract/sanitize.ts';
import { escapeHtml } from '../text/html-entities.ts';
import type { ExportClip } from './clip-markdown.ts';
import { exportStyle, exportStyleHash } from './export-style.ts';

/** Bytes of the images that are kept, as `data:` addresses, by the address that the article names. */
export type ImageData = ReadonlyMap<string, string>;

const noImages: ImageData = new Map();

/**
 * A clip as one HTML file that stands alone: own style, no script, and a policy under which it asks nothing of any
 * site. An image that is not in `images` shows its description. Needs a document.
 */
export function clipHtml({ clip, body, tags }: ExportClip, images = noImages): string {
  const article = sanitizeArticle(body?.html ?? '');
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
<meta name="clipshelf-clip" content="${escapeHtml(JSON.stringify(said(clip, body, tags)))}">
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
</body>
</html>
`;
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
