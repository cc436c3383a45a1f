import type { Article } from '../../core/clip/article.ts';
import type { Draft } from '../../core/clip/draft.ts';
import type { ClipSource, WholeClip } from '../../core/clip/whole-clip.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import type { TagRow } from '../../core/tag/tag.ts';

/** The next entries of a file as the page with a document reads them for the worker, through JSON. */
export interface FileBatch {
  /** Pages from a file of another tool. */
  readonly articles: readonly BatchArticle[];
  /** Clips of a backup. */
  readonly clips: readonly BatchClip[];
  /** Of a backup, with its first entries. */
  readonly labels: { readonly tags: readonly TagRow[]; readonly drafts: readonly Draft[] } | null;
  readonly problems: readonly ImportProblem[];
  /** Nothing comes after these. With it, of a backup: what all of its clips are known by. */
  readonly end: { readonly ids: readonly string[]; readonly urlKeys: readonly string[] } | null;
}

export interface BatchArticle {
  readonly article: Article;
  /** Display forms. */
  readonly tags: readonly string[];
  readonly note: string;
  /** Epoch ms. */
  readonly savedAt: number | null;
  readonly readAt: number | null;
  readonly starred: boolean;
}

export type BatchClip = Omit<WholeClip, 'source'> & {
  /** The gzip in base64. */
  /** Pictures that are kept with it: SHA-256 in hexadecimal, media type by their bytes, and these in base64. */
  readonly images: readonly {
    readonly url: string;
    readonly hash: string;
    readonly type: string;
    readonly base64: string;
  }[];
  readonly source: (Omit<ClipSource, 'gzip'> & { readonly gzip: string }) | null;
};
