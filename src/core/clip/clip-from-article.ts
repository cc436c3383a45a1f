import type { Article, TextBlock } from './article.ts';
import { isComplete } from './completeness.ts';
import type { Clip, ClipBody, ClipId, EditableField } from './clip.ts';
import { withoutDirections } from './without-directions.ts';

/** The parts of a clip's row that its text decides; the rest (tags, note, state) is the user's. */
export type ClipContent = Pick<
  Clip,
  | 'url'
  | 'title'
  | 'site'
  | 'siteName'
  | 'author'
  | 'publishedAt'
  | 'language'
  | 'excerpt'
  | 'words'
  | 'readingMinutes'
  | 'codeBlocks'
  | 'images'
  | 'formulas'
  | 'codeLanguages'
  | 'coverage'
  | 'incomplete'
  | 'sourceAt'
>;

/** What a clip's row says of its article. A page without a title is called by its address. */
export function clipContent(article: Article): ClipContent {
  return {
    url: article.url,
    title: nameOf(article.title) ?? article.url,
    site: siteOf(article.url),
    siteName: nameOf(article.siteName),
    author: nameOf(article.author),
    publishedAt: article.publishedAt,
    language: article.language,
    excerpt: excerptOf(article.blocks, article.description),
    words: article.measure.words,
    readingMinutes: article.measure.readingMinutes,
    codeBlocks: article.measure.codeBlocks,
    images: article.measure.images,
    formulas: article.measure.formulas,
    codeLanguages: languagesOfCode(article.blocks),
    coverage: article.integrity.coverage,
    incomplete: !isComplete(article.integrity),
  };
}

function nameOf(text: string | null): string | null {
  return text === null ? null : withoutDirections(text).trim() || null;
}

/** The page's parts for a clip that exists: what the user has written by hand stays. */
export function contentAgain(article: Article, clip: Clip): ClipContent {
  return { ...clipContent(article), ...writtenByHand(clip) };
}

/** What the user has written in place of the page's own. */
export function writtenByHand({ edited = [], ...clip }: Clip): Partial<Pick<Clip, EditableField>> {
  return Object.fromEntries(edited.map((field) => [field, clip[field]]));
}

/** The same parts of a clip that exists. */
export function contentOf(clip: Clip): ClipContent {
  const { url, title, site, siteName, author, publishedAt, language, excerpt } = clip;
  const { words, readingMinutes, codeBlocks, images, formulas, codeLanguages, coverage, sourceAt } = clip;
  const about = { url, title, site, siteName, author, publishedAt, language, excerpt };
  const measured = { words, readingMinutes, codeBlocks, images, formulas, codeLanguages, coverage };
  return {
    ...about,
    ...measured,
    ...(clip.incomplete === undefined ? {} : { incomplete: clip.incomplete }),
    ...(sourceAt === undefined ? {} : { sourceAt }),
  };
}

/** The row of `bodies` for an article. */
export function bodyFromArticle(clipId: ClipId, article: Article): ClipBody {
  return {
    clipId,
    html: article.html,
    blocks: article.blocks,
    integrity: article.integrity,
    description: article.description,
    pageTags: article.tags,
    images: article.images,
    pageUpdatedAt: article.updatedAt,
  };
}

/** Host of an address without `www.` and port; empty for a local file. */
export function siteOf(url: string): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1] ?? '';
  return host.toLowerCase().replace(/^www\./, '');
}

const excerptLength = 200;

function excerptOf(blocks: readonly TextBlock[], description: string | null): string {
  const prose = blocks.find((block) => block.kind === 'prose' && block.text.length > 20);
  const text = (prose?.text ?? description ?? '').replaceAll(/\s+/g, ' ').trim();
  return text.length > excerptLength ? `${text.slice(0, excerptLength).trimEnd()}…` : text;
}

/** In order of first appearance. */
export function languagesOfCode(blocks: readonly TextBlock[]): string[] {
  const languages = blocks.flatMap((block) =>
    block.kind === 'code' && block.language !== null ? [block.language] : [],
  );
  return [...new Set(languages)];
}
