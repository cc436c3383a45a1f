import type { TextBlock } from '../../core/clip/article.ts';
import { type FoldedBlock, foldBlocks } from '../ranking/best-excerpt.ts';
import { fold } from '../text/fold.ts';

export function wholeFolded({ block, folded }: FoldedBlock): string {
  return folded.origins === null ? folded.text : fold(block.text);
}

/** A clip's text, folded once, when that is asked for. */
export class ClipText {
  #folded: readonly FoldedBlock[] | null = null;
  #wholes: readonly string[] | null = null;

  constructor(readonly blocks: readonly TextBlock[]) {}

  get folded(): readonly FoldedBlock[] {
    this.#folded ??= foldBlocks(this.blocks);
    return this.#folded;
  }

  /** Each block folded as a whole: piece by piece, letters that were written in parts (Hangul) stay apart. */
  get wholes(): readonly string[] {
    this.#wholes ??= this.folded.map(wholeFolded);
    return this.#wholes;
  }

  /** About so much of memory, with its folded form. */
  get bytes(): number {
    return this.blocks.reduce((sum, { text }) => sum + 100 + 4 * text.length, 0);
  }
}
