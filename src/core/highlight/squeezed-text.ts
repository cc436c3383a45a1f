import type { TextBlock } from '../clip/article.ts';
import type { BlockPoint, BlockRange, Quotation } from './highlight.ts';

/** Stands in a passage for what a page draws and an article writes: a formula. It fits any text of some length. */
export const anything = '\uFFFC';

/** White space, and what has no width: soft hyphens, joiners, marks of direction. */
const unseen = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
const allUnseen = new RegExp(unseen, 'g');

export function squeeze(text: string): string {
  return text.replaceAll(allUnseen, '');
}

/** Where the page shows the source of its formulas, between signs that the article has not. */
export function withoutSources({ quote, prefix, suffix }: Quotation): Quotation {
  const open = openFormulas(quote);
  // Too little is left to go by.
  const isEnough = open.replaceAll(anything, '').length >= 0.3 * quote.length;
  return { quote: isEnough ? open : '', prefix: openFormulas(prefix), suffix: openFormulas(suffix) };
}

const sources = /\$\$[^$]{1,1500}\$\$|\\\[.{1,1500}?\\\]|\\\(.{1,1500}?\\\)|\$[^$]{1,300}\$/g;

function openFormulas(text: string): string {
  if (!/[$\\]/.test(text)) return text;
  // What is left of a formula that the passage cuts.
  const cutAtStart = /^(?:(?!\\[([]).){0,300}?\\[)\]]/;
  const cutAtEnd = /(?:\\[([]|\$)[^$]{0,300}$/;
  return text.replaceAll(sources, anything).replace(cutAtStart, anything).replace(cutAtEnd, anything);
}

export interface Squeezed {
  readonly text: string;
  /** The range of the blocks that these units of the text stand for. */
  readonly range: (start: number, end: number) => BlockRange;
}

/** The text of blocks without what is not compared. */
export function squeezeBlocks(blocks: readonly Pick<TextBlock, 'text'>[]): Squeezed {
  const units: string[] = [];
  const places: BlockPoint[] = [];
  blocks.forEach(({ text }, block) => {
    for (let offset = 0; offset < text.length; offset += 1) {
      const unit = text[offset] ?? '';
      if (unseen.test(unit)) continue;
      units.push(unit);
      places.push({ block, offset });
    }
  });
  return {
    text: units.join(''),
    range: (start, end) => {
      const from = places[start] ?? { block: 0, offset: 0 };
      const last = places[end - 1] ?? from;
      return { from, to: { block: last.block, offset: (last.offset ?? 0) + 1 } };
    },
  };
}
