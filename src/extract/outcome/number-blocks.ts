import type { ArticleImage, TextBlock } from '../../core/clip/article.ts';
import { atOnce } from '../at-once.ts';
import { blockText } from './block-text.ts';

const selector =
  'h1, h2, h3, h4, h5, h6, p, li, pre, dt, dd, td, th, figcaption, summary, caption, div[data-math], blockquote, details, aside';
/** The article's text block by block; each element that holds one gets its index as `data-block`. */
export function numberBlocks(article: HTMLElement): readonly TextBlock[] {
  return atOnce(numberBlocksInSteps(article));
}

/** As numberBlocks, with rests between. */
export function* numberBlocksInSteps(article: HTMLElement): Generator<string, readonly TextBlock[]> {
  const blocks: TextBlock[] = [];
  for (const [index, element] of article.querySelectorAll(selector).entries()) {
    if (index % 500 === 499) yield 'blocks';
    const block = blockOf(element);
    if (block === null) continue;
    element.setAttribute('data-block', String(blocks.length));
    blocks.push(block);
  }
  return blocks;
}

function blockOf(element: Element): TextBlock | null {
  if (element.tagName === 'PRE') return codeBlock(element);
  const text = blockText(element);
  if (element.getAttribute('data-math') === 'block') return { kind: 'math', text };
  if (text === '') return null;
  const level = /^H([1-6])$/.exec(element.tagName)?.[1];
  return level === undefined ? { kind: 'prose', text } : { kind: 'heading', text, level: Number(level) };
}

function codeBlock(pre: Element): TextBlock {
  const code = pre.querySelector('code');
  const language = /^language-(\S+)/.exec(code?.className ?? '')?.[1] ?? null;
  const file = code?.getAttribute('data-file') ?? null;
  return {
    kind: 'code',
    text: blockText(pre),
    language,
    ...(code?.hasAttribute('data-guessed') === true ? { guessed: true } : {}),
    ...(file === null ? {} : { fileName: file }),
  };
}

/** The pictures of an article in document order, one for each `img`. */
export function imagesOf(article: HTMLElement): readonly ArticleImage[] {
  return [...article.querySelectorAll('img')].map((image) => ({
    url: image.getAttribute('src') ?? '',
    alt: image.getAttribute('alt') ?? '',
  }));
}
