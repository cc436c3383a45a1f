import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { ClipImage } from '../../core/image/image.ts';

/** A clip as it was, for putting it back exactly: with the rows of its pictures, whose files it does not have. */
export interface KeptClip {
  readonly whole: WholeClip;
  readonly images: readonly ClipImage[];
}
