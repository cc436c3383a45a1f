import type { TextBlock } from '../../core/clip/article.ts';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';

/** What changes often and cheaply about a clip: written without its text. */
export interface SearchLabels {
  readonly id: ClipId;
  readonly savedAt: number;
  /** Keys of tags, nested ones with `/`. */
  readonly tags: readonly string[];
  readonly author: string | null;
  readonly site: string;
  readonly siteName: string | null;
  readonly note: string;
  readonly starred: boolean;
  readonly read: boolean;
  readonly trashed: boolean;
}

/** Everything about a clip that search indexes. */
export interface SearchDocument extends SearchLabels {
  readonly title: string;
  readonly blocks: readonly TextBlock[];
  readonly codeLanguages: readonly string[];
  readonly hasCode: boolean;
  readonly hasImage: boolean;
  readonly hasMath: boolean;
}

export function searchLabels(clip: Clip): SearchLabels {
  return {
    id: clip.id,
    savedAt: clip.savedAt,
    tags: clip.tags,
    author: clip.author,
    site: clip.site,
    siteName: clip.siteName,
    note: clip.note,
    starred: clip.starred,
    read: clip.readAt !== null,
    trashed: clip.trashedAt !== null,
  };
}

export function searchDocument(clip: Clip, body: Pick<ClipBody, 'blocks'>): SearchDocument {
  return {
    ...searchLabels(clip),
    title: clip.title,
    blocks: body.blocks,
    codeLanguages: clip.codeLanguages,
    hasCode: clip.codeBlocks > 0,
    hasImage: clip.images > 0,
    hasMath: clip.formulas > 0,
  };
}
