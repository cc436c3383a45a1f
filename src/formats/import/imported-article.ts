import { normaliseCallouts } from '../../extract/blocks/normalise-callouts.ts';
import { guessLanguage } from '../../extract/code/guess-language.ts';
import { normaliseCode } from '../../extract/code/normalise-code.ts';
import type { PageCopy } from '../../extract/copy/page-copy.ts';
import { levelNesting } from '../../extract/copy/level-nesting.ts';
import { toArticleHtml } from '../../extract/article-html/to-article-html.ts';
import { normaliseFootnotes } from '../../extract/blocks/normalise-footnotes.ts';
import { normaliseMath } from '../../extract/math/normalise-math.ts';
import { normaliseEmbeds } from '../../extract/media/normalise-embeds.ts';
import { normaliseImages } from '../../extract/media/normalise-images.ts';
import { countPieces } from '../../extract/outcome/count-pieces.ts';
import { measure } from '../../extract/outcome/measure.ts';
import { imagesOf, numberBlocks } from '../../extract/outcome/number-blocks.ts';
import { parseForeignHtml, sanitizeTree } from '../../extract/sanitize.ts';
import type { Article } from '../../core/clip/article.ts';
import { articleFromLink } from '../../core/clip/article-from-link.ts';
import { markdownToHtml } from '../markdown/read/markdown-to-html.ts';
import type { ImportedClip, ImportedContent } from './imported-clip.ts';

/**
 * What is stored of an imported clip: an article like that of a page, all of its content taken over and made safe; a
 * link where the file has no content. Needs a document.
 */
export function importedArticle(clip: ImportedClip): Article {
  const { url, title, author, publishedAt, language, description } = clip;
  const link = articleFromLink(url, title);
  const said = { author, publishedAt, language, description, siteName: clip.siteName ?? link.siteName };
  return { ...link, ...said, ...(clip.content === null ? {} : contentOf(clip.content, url)) };
}

type Content = Pick<Article, 'html' | 'blocks' | 'images' | 'measure' | 'integrity'>;

function contentOf(content: ImportedContent, url: string): Content {
  const copy = copyOf[content.kind](content.text, url);
  withoutAnchorPrefix(copy.body);
  const article = toArticleHtml(copy, copy.body);
  sanitizeTree(article);
  const blocks = numberBlocks(article);
  const pieces = countPieces(article);
  const none = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
  return {
    html: article.innerHTML,
    blocks,
    images: imagesOf(article),
    measure: measure(blocks, pieces),
    integrity: {
      extractorVersion: 'import',
      rules: [...copy.rules].toSorted(),
      found: pieces,
      kept: pieces,
      restored: none,
      coverage: 1,
    },
  };
}

const copyOf: Readonly<Record<ImportedContent['kind'], (text: string, url: string) => PageCopy>> = {
  html: htmlCopy,
  markdown: markdownCopy,
  article: foreignCopy,
};

/** HTML of another tool: it may hold what any page may, so the extractor's steps read it. */
function htmlCopy(html: string, url: string): PageCopy {
  const copy = foreignCopy(html, url);
  normaliseCode(copy);
  normaliseMath(copy);
  normaliseImages(copy);
  normaliseEmbeds(copy);
  normaliseCallouts(copy);
  normaliseFootnotes(copy);
  return copy;
}

/** What Markdown says of code, formulas and callouts is exact already; only the language may have to be guessed. */
function markdownCopy(markdown: string, url: string): PageCopy {
  const copy = foreignCopy(markdownToHtml(markdown), url);
  for (const code of copy.body.querySelectorAll('pre > code:not([class])')) {
    const guess = guessLanguage(code.textContent ?? '');
    if (guess === null) continue;
    code.className = `language-${guess}`;
    code.setAttribute('data-guessed', '');
  }
  return copy;
}

function foreignCopy(html: string, url: string): PageCopy {
  const body = parseForeignHtml(html);
  levelNesting(body);
  return { document: body.ownerDocument, body, url, base: url, rules: new Set() };
}

/** Article HTML that comes back has the names that toArticleHtml gives already: it is to give them once. */
function withoutAnchorPrefix(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a[href^="#clip-"]'))
    link.setAttribute('href', `#${(link.getAttribute('href') ?? '').slice('#clip-'.length)}`);
  for (const place of body.querySelectorAll('[id^="clip-"]')) place.id = place.id.slice('clip-'.length);
}
