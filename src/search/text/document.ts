import type { TextBlock } from '../../core/clip/article.ts';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { isInState } from '../query/clip-filter.ts';
import type { ClipOrigin, ClipState } from '../query/query.ts';

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
  /** Of its highlights: missing for none. */
  readonly highlightColors?: readonly string[];
  readonly highlightNotes?: string;
  readonly starred: boolean;
  readonly read: boolean;
  readonly trashed: boolean;
  /** States beside these, such as `link`. */
  readonly states: readonly ClipState[];
  readonly source: ClipOrigin;
  readonly words: number;
  readonly minutes: number;
  /** Epoch ms, a day that of Greenwich; null where the page says none. */
  readonly published: number | null;
}

const otherStates = ['started', 'link', 'selection', 'edited', 'incomplete', 'moved', 'absent'] as const;

/** Everything about a clip that search indexes. */
export interface SearchDocument extends SearchLabels {
  readonly title: string;
  readonly blocks: readonly TextBlock[];
  readonly codeLanguages: readonly string[];
  readonly hasCode: boolean;
  readonly hasImage: boolean;
  readonly hasMath: boolean;
}

/** As the date stands, whatever the time zone: the index is to say the same everywhere. */
function publishedAt(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : time;
}

/** What the index holds of a clip besides its text. */
export function searchLabels(clip: Clip): SearchLabels {
  return {
    id: clip.id,
    savedAt: clip.savedAt,
    tags: clip.tags,
    author: clip.author,
    site: clip.site,
    siteName: clip.siteName,
    note: clip.note,
    ...(clip.highlightColors === undefined ? {} : { highlightColors: clip.highlightColors }),
    ...(clip.highlightNotes === undefined ? {} : { highlightNotes: clip.highlightNotes }),
    starred: clip.starred,
    read: clip.readAt !== null,
    trashed: clip.trashedAt !== null,
    states: otherStates.filter((state) => isInState(clip, state)),
    words: clip.words,
    source: clip.source ?? 'page',
    minutes: clip.readingMinutes,
    published: publishedAt(clip.publishedAt),
  };
}

/** What the index holds of a clip, text included. */
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
