import type { TextBlock } from '../../src/core/clip/article.ts';

/** Two versions of one text. */
export interface TextPair {
  readonly name: string;
  readonly earlier: readonly TextBlock[];
  readonly later: readonly TextBlock[];
  /**
   * For each UTF-16 unit of the earlier blocks' texts joined by line breaks, its place in the later ones; -1 where it is
   * gone.
   */
  readonly truth: Int32Array;
}

export function joined(blocks: readonly TextBlock[]): string {
  return blocks.map(({ text }) => text).join('\n');
}
