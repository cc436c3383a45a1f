import type { TextBlock } from '../clip/article.ts';
import { placeOfBlock } from '../clip/block-place.ts';
import { anchorOf, segmentsOf } from './anchor.ts';
import type { Highlight, Quotation } from './highlight.ts';
import { anything } from './squeezed-text.ts';

/** A highlight that is to be shown in a page. */
export interface PaintedPassage extends Quotation {
  readonly id: string;
  /** One of our colours. */
  readonly color: string;
}

interface ShownText {
  readonly html: string;
  readonly blocks: readonly TextBlock[];
}

/** The words of a highlight as its page may show them: what the article has as LaTeX is drawn there, and may be anything. */
export function pageQuotation({ anchor, place }: Highlight, { html, blocks }: ShownText): Quotation {
  const there = place === null ? null : anchorOf(blocks, place);
  if (there === null) return anchor;
  const pieces = segmentsOf(blocks, there).map(({ block, start, end }) => {
    const text = blocks[block]?.text ?? '';
    if (blocks[block]?.kind === 'math') return anything;
    const formulas = formulasIn(html, block, text).filter(([from, to]) => from < end && to > start);
    let [words, at] = ['', start];
    for (const [from, to] of formulas) {
      words += text.slice(at, Math.max(at, from)) + anything;
      at = Math.max(at, to);
    }
    return words + text.slice(at, Math.max(at, end));
  });
  return { quote: pieces.join('\n'), prefix: there.prefix, suffix: there.suffix };
}

const formula = /<span[^<>]{0,200}\sdata-math="inline"[^<>]{0,200}>([^<]*)<\/span>/g;
const [opening, closing] = ['\uE0F4', '\uE0F5'];

/** Where formulas stand in a block's text; none where its HTML says more than the block's own text. */
function formulasIn(
  html: string,
  block: number,
  text: string,
): readonly (readonly [from: number, to: number])[] {
  const place = html.includes('data-math="inline"') ? placeOfBlock(html, block) : null;
  if (place === null) return [];
  const marked = html
    .slice(place.start, place.end)
    .replaceAll(formula, (_whole, latex: string) => `${opening}${latex}${closing}`)
    .replaceAll(/<br[^<>]*>/g, ' ')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&amp;', '&');
  const found: [number, number][] = [];
  let [plain, start] = ['', 0];
  for (const sign of marked.trim()) {
    if (sign === opening) start = plain.length;
    else if (sign === closing) found.push([start, plain.length]);
    else if (!/\s/.test(sign)) plain += sign;
    else if (!plain.endsWith(' ') && plain !== '') plain += ' ';
  }
  return plain.trim() === text ? found : [];
}
