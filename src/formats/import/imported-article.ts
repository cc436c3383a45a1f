import { PageClasses } from '../../extract/page-classes.ts';
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
import { anchorHighlights, type TakenHighlight } from './anchor-highlights.ts';
import type { ImportedClip, ImportedContent } from './imported-clip.ts';
import { type MarkedPassage, takeMarkedPassages } from './marked-passages.ts';
import { nameNotebookMarks } from './notebook-marks.ts';
import { namePictures, type PicturesOfText } from './page-pictures.ts';

/** What an imported clip becomes: its article, the pictures that came with it, and what is highlighted in it. */
export interface TakenArticle {
  readonly article: Article;
  readonly pictures: PicturesOfText;
  readonly highlights: readonly TakenHighlight[];
}

const noPictures: PicturesOfText = { named: new Map(), missing: [] };

/** The article alone. */
export function importedArticle(clip: ImportedClip): Article {
  return takeArticle(clip).article;
}

/**
 * What is stored of an imported clip: an article like that of a page, all of its content taken over and made safe; a
 * link where the file has no content. Needs a document.
 */
export function takeArticle(clip: ImportedClip): TakenArticle {
  const { url, title, author, publishedAt, language, description } = clip;
  const link = articleFromLink(url, title);
  const said = { author, publishedAt, language, description, siteName: clip.siteName ?? link.siteName };
  if (clip.content === null)
    return {
      article: { ...link, ...said },
      pictures: noPictures,
      highlights: anchorHighlights(clip.highlights, [], []),
    };
  const { pictures, marks, ...content } = contentOf(clip.content, url);
  return {
    article: { ...link, ...said, ...content },
    pictures,
    highlights: anchorHighlights(clip.highlights, marks, content.blocks),
  };
}

interface Content extends Pick<Article, 'html' | 'blocks' | 'images' | 'measure' | 'integrity'> {
  readonly pictures: PicturesOfText;
  /** What its text marks as highlighted. */
  readonly marks: readonly MarkedPassage[];
}

function contentOf(content: ImportedContent, url: string): Content {
  const raw = foreignCopy(content.kind === 'markdown' ? markdownToHtml(content.text) : content.text, url);
  const isMarked = content.kind === 'html' ? nameNotebookMarks(raw.body) : content.kind !== 'page';
  const marked = isMarked ? takeMarkedPassages(raw.body) : [];
  const pictures = namePictures(
    raw.body,
    content.pictures ?? null,
    content.kind === 'markdown' && content.pictures !== undefined,
  );
  const copy = stepsOf[content.kind](raw);
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
      found: { ...pieces, images: pieces.images + pictures.missing.length },
      kept: pieces,
      restored: none,
      coverage: 1,
    },
    pictures,
    // Our own HTML lists them beside it.
    marks: content.kind === 'article' ? [] : marked,
  };
}

const stepsOf: Readonly<Record<ImportedContent['kind'], (copy: PageCopy) => PageCopy>> = {
  html: htmlCopy,
  page: htmlCopy,
  markdown: markdownCopy,
  article: (copy) => copy,
};

/** HTML of another tool: it may hold what any page may, so the extractor's steps read it. */
function htmlCopy(copy: PageCopy): PageCopy {
  codeOfEvernote(copy.body);
  normaliseCode(copy);
  normaliseMath(copy);
  normaliseImages(copy);
  normaliseEmbeds(copy);
  normaliseCallouts(copy);
  normaliseFootnotes(copy);
  return copy;
}

/** What Markdown says of code, formulas and callouts is exact already; only the language may have to be guessed. */
function markdownCopy(copy: PageCopy): PageCopy {
  for (const code of copy.body.querySelectorAll('pre > code:not([class])')) {
    const guess = guessLanguage(code.textContent ?? '');
    if (guess === null) continue;
    code.className = `language-${guess}`;
    code.setAttribute('data-guessed', '');
  }
  return copy;
}

/** Evernote has a block of code as a box with a style of its own name, and a box for each line. */
function codeOfEvernote(body: HTMLElement): void {
  for (const box of body.querySelectorAll('div[style*="en-codeblock"]')) {
    const lines = [...box.children].map((line) => line.textContent ?? '');
    const code = body.ownerDocument.createElement('code');
    code.textContent = (lines.length === 0 ? (box.textContent ?? '') : lines.join('\n')).replaceAll(
      '\u00A0',
      ' ',
    );
    const pre = body.ownerDocument.createElement('pre');
    pre.append(code);
    box.replaceWith(pre);
  }
}

function foreignCopy(html: string, url: string): PageCopy {
  const body = parseForeignHtml(html);
  levelNesting(body);
  return {
    document: body.ownerDocument,
    body,
    url,
    base: url,
    classes: new PageClasses(body),
    rules: new Set(),
  };
}

/** Article HTML that comes back has the names that toArticleHtml gives already: it is to give them once. */
function withoutAnchorPrefix(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a[href^="#clip-"]'))
    link.setAttribute('href', `#${(link.getAttribute('href') ?? '').slice('#clip-'.length)}`);
  for (const place of body.querySelectorAll('[id^="clip-"]')) place.id = place.id.slice('clip-'.length);
}
