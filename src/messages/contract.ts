import type { Article } from '../domain/clip/article.ts';
import type { ClipId } from '../domain/clip/clip.ts';
import type { Draft } from '../domain/clip/draft.ts';

/**
 * Every command that our own pages may give to the background worker, which alone writes. Reads are not here: pages read
 * the database themselves. Content scripts give no commands at all: extraction is a function call that returns its result.
 */
export interface Commands {
  /** Stores what was extracted. Where the page is already clipped, that clip gets the new content and keeps its id. */
  saveArticle: { input: SaveArticleInput; output: SaveResult };
  /** Keeps a page that cannot be read as a link to come back to. */
  saveLink: { input: SaveLinkInput; output: SaveResult };
  /** The clip's tags become exactly these (display forms). */
  setTags: { input: { clipId: ClipId; tags: readonly string[] }; output: null };
  editClip: { input: { clipId: ClipId; changes: ClipEdits }; output: null };
  trashClips: { input: { clipIds: readonly ClipId[] }; output: null };
  restoreClips: { input: { clipIds: readonly ClipId[] }; output: null };
  /** Only clips that are in the trash. */
  deleteClips: { input: { clipIds: readonly ClipId[] }; output: null };
  restoreVersion: { input: { versionId: number }; output: null };
  deleteVersion: { input: { versionId: number }; output: null };
  saveDraft: { input: Omit<Draft, 'updatedAt'>; output: null };
  clearDraft: { input: { urlKey: string }; output: null };
}

export interface SaveArticleInput {
  readonly article: Article;
  /** null keeps the tags of a clip that exists. */
  readonly tags: readonly string[] | null;
  readonly note?: string;
  /** The page's own HTML, gzipped, in base64: kept so that a better extractor can redo the clip. */
  readonly source?: string | null;
}

export interface SaveLinkInput {
  readonly url: string;
  readonly title: string;
  readonly tags: readonly string[];
}

export interface SaveResult {
  readonly clipId: ClipId;
  readonly outcome: 'added' | 'updated';
}

export interface ClipEdits {
  readonly title?: string;
  readonly author?: string | null;
  readonly publishedAt?: string | null;
  readonly note?: string;
  readonly read?: boolean;
  readonly starred?: boolean;
}

export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = Commands[Name]['input'];
export type CommandOutput<Name extends CommandName> = Commands[Name]['output'];

/** What travels: a command out, a value or a failure code back. */
export interface Request<Name extends CommandName = CommandName> {
  readonly command: Name;
  readonly input: CommandInput<Name>;
}

export type Reply<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly code: string; readonly detail: string };
