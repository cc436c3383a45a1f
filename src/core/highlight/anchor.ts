import type { TextBlock } from '../clip/article.ts';
import type { BlockPoint, BlockRange, HighlightAnchor } from './highlight.ts';

/** UTF-16 units of context on each side of a quote. */
export const contextLength = 64;

/** The part of one block that a range covers. */
export interface Segment {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** The blocks of a range with the part of each, in order. Points beyond the text are moved to its end. */
export function segmentsOf(blocks: readonly TextBlock[], { from, to }: BlockRange): readonly Segment[] {
  const segments: Segment[] = [];
  for (let block = from.block; block <= to.block; block += 1) {
    const length = blocks[block]?.text.length ?? 0;
    const start = block === from.block ? Math.min(from.offset ?? 0, length) : 0;
    const end = block === to.block ? Math.min(to.offset ?? length, length) : length;
    if (end > start) segments.push({ block, start, end });
  }
  return segments;
}

/** The anchor of a range; null where it covers no text. */
export function anchorOf(blocks: readonly TextBlock[], range: BlockRange): HighlightAnchor | null {
  const segments = segmentsOf(blocks, range);
  const [first] = segments;
  const last = segments.at(-1);
  if (first === undefined || last === undefined) return null;
  const text = (block: number) => blocks[block]?.text ?? '';
  return {
    from: pointOf(range.from, first.block, first.start),
    to: pointOf(range.to, last.block, last.end),
    quote: segments.map(({ block, start, end }) => text(block).slice(start, end)).join('\n'),
    prefix: contextBefore(blocks, first),
    suffix: contextAfter(blocks, last),
  };
}

function pointOf(wanted: BlockPoint, block: number, offset: number): BlockPoint {
  return { block, offset: wanted.block === block && wanted.offset === null ? null : offset };
}

function contextBefore(blocks: readonly TextBlock[], { block, start }: Segment): string {
  let text = (blocks[block]?.text ?? '').slice(Math.max(0, start - contextLength), start);
  for (let before = block - 1; text.length < contextLength && before >= 0; before -= 1)
    text = `${blocks[before]?.text ?? ''}\n${text}`;
  return withoutHalves(text.slice(-contextLength));
}

function contextAfter(blocks: readonly TextBlock[], { block, end }: Segment): string {
  let text = (blocks[block]?.text ?? '').slice(end, end + contextLength);
  for (let after = block + 1; text.length < contextLength && after < blocks.length; after += 1)
    text = `${text}\n${blocks[after]?.text ?? ''}`;
  return withoutHalves(text.slice(0, contextLength));
}

/** Without half of a character at either end. */
export function withoutHalves(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}
