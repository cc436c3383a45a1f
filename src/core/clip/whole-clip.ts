import type { ArticleEdits } from './article-edits.ts';
import type { ClipContent } from './clip-from-article.ts';
import type { Highlight } from '../highlight/highlight.ts';
import type { Clip, ClipBody } from './clip.ts';

/** An earlier text of a clip. */
export interface ClipVersion {
  /** What the clip's row said of it. */
  readonly content: ClipContent;
  readonly body: ClipBody;
  /** When it was taken from the page (epoch ms). */
  readonly takenAt: number;
  /** What took its place, and when (epoch ms); not known of the oldest. */
  readonly replaced?: Replacement;
}

export interface Replacement {
  /**
   * The page clipped again, its kept source read again, an earlier version or a file taken over; `lesser`: nothing did, it
   * was too little to take the place of what the clip had.
   */
  readonly by: 'clip' | 're-extract' | 'restore' | 'backup' | 'lesser';
  readonly at: number;
}

/** The page that a clip was made from. */
export interface ClipSource {
  /** The page's HTML, gzipped. */
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly extractorVersion: string;
  readonly savedAt: number;
}

/** Everything that the library has of one clip. */
export interface WholeClip {
  readonly clip: Clip;
  /** null for a link without content. */
  readonly body: ClipBody | null;
  /** Oldest first. */
  readonly versions: readonly ClipVersion[];
  readonly source: ClipSource | null;
  /** What the user changed in the article, with its original. */
  readonly edits?: ArticleEdits;
  /** Oldest first; missing for none. */
  readonly highlights?: readonly Highlight[];
}

/** The keys of all tags that the clip and its highlights have, each once. */
export function tagKeysOf({
  clip,
  highlights = [],
}: Pick<WholeClip, 'clip' | 'highlights'>): readonly string[] {
  return [...new Set([...clip.tags, ...highlights.flatMap(({ tags }) => tags)])];
}
