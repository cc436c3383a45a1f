import type { Article } from './article.ts';
import { selectionFragment } from './selection-fragment.ts';

/**
 * A selected passage as a clip of its own: its address leads to the passage in its page, and keeps it apart from the clip
 * of the whole page.
 */
export function asSelectionClip(article: Article): Article {
  const texts = article.blocks.filter((block) => block.kind !== 'math').map((block) => block.text);
  const start = firstWords(texts[0] ?? article.title);
  const end = lastWords(texts.at(-1) ?? '');
  const [page = ''] = article.url.split('#', 1);
  const route = /#[!/][^#]*/.exec(article.url)?.[0].split(':~:', 1)[0] ?? '#';
  return { ...article, url: `${page}${route}${selectionFragment(start, end)}` };
}

const longest = 40;

/** Whole words from the start of the first line, as many as fit; Chinese has no spaces to cut at. */
function firstWords(text: string): string {
  const line = firstLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return /\s/.test(cut) && line[longest] !== ' ' ? cut.replace(/(?<!\s)\s+\S*$/, '') : cut;
}

function lastWords(text: string): string {
  const line = firstLine(text.trim().split('\n').at(-1) ?? '');
  if (line.length <= longest) return line;
  const cut = line.slice(-longest);
  return /\s/.test(cut) ? cut.replace(/^\S*\s+/, '') : cut;
}

function firstLine(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').replaceAll(/\s+/g, ' ').trim();
}
