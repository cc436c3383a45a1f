import type { Article } from '../../core/clip/article.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { NewHighlight } from '../../core/highlight/highlight.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import type { BackupLabels } from '../transfer/restore-writes.ts';

/** The next entries of a file, as the page with a document reads them for the worker. */
export interface FileBatch {
  /** In the file's order. */
  readonly entries: readonly BatchEntry[];
  /** Of a backup, with its first entries. */
  readonly labels: BackupLabels | null;
  /** Nothing comes after these. With it, of a backup: what all of its clips are known by. */
  readonly end: { readonly ids: readonly string[]; readonly urlKeys: readonly string[] } | null;
}

export type BatchEntry =
  /** A page from a file of another tool. */
  | { readonly kind: 'article'; readonly article: BatchArticle; readonly remarks: readonly ImportProblem[] }
  /** A clip of a backup. */
  | { readonly kind: 'clip'; readonly clip: BatchClip; readonly remarks: readonly ImportProblem[] }
  | ImportProblem;

export interface BatchArticle {
  readonly article: Article;
  /** Display forms. */
  readonly tags: readonly string[];
  readonly note: string;
  /** Epoch ms. */
  readonly savedAt: number | null;
  readonly readAt: number | null;
  readonly starred: boolean;
  /** Pictures that came with it. */
  readonly images: readonly BatchImage[];
  /** On this article. */
  readonly highlights: readonly NewHighlight[];
}

export type BatchClip = WholeClip & { readonly images: readonly BatchImage[] };

/** A picture that is kept with a clip. */
export interface BatchImage {
  readonly url: string;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  /** Media type by its bytes. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
