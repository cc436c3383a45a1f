import type { Integrity, TextBlock } from './article.ts';
import type { UnsureState } from '../highlight/highlight-state.ts';
import type { ReadingPlace } from './reading-place.ts';

export type ClipId = string;

/**
 * What lists and filters need of a clip: one small row (about 1 kB) of the `clips` table.
 * Times are epoch milliseconds; dates are ISO 8601 strings as the page stated them.
 */
export interface Clip {
  readonly id: ClipId;
  readonly url: string;
  /** Equal for two addresses of the same page: see url-key.ts. Indexed, not unique. */
  readonly urlKey: string;
  readonly title: string;
  /** Host without `www.`, the `site:` of queries. */
  readonly site: string;
  readonly siteName: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly excerpt: string;
  /** Keys of tags (see tag/tag.ts), in the order the user gave them. */
  readonly tags: readonly string[];
  readonly note: string;
  readonly savedAt: number;
  /** Last time the article's content was taken from the page. */
  readonly updatedAt: number;
  /** When the user made an older text this clip's again (epoch ms): that choice is newer than the text. */
  readonly textAt?: number;
  /** `savedAt` of the kept page that this text was made from; null for none, missing in rows of 0.1. */
  readonly sourceAt?: number | null;
  readonly words: number;
  readonly readingMinutes: number;
  readonly codeBlocks: number;
  readonly images: number;
  readonly formulas: number;
  /** Distinct languages of the code blocks, in order of first appearance. */
  readonly codeLanguages: readonly string[];
  readonly coverage: number;
  /** Whether its line says that something is missing; not known in rows of extractors before 5. */
  readonly incomplete?: boolean;
  readonly readAt: number | null;
  /** Where the user is in it; missing where it was not begun, or read to its end. */
  readonly reading?: ReadingPlace;
  readonly starred: boolean;
  readonly trashedAt: number | null;
  /** How many highlights it has, those among them that its text does not show; missing for none. */
  readonly highlights?: number;
  /** Taken over from a file of another program; missing where it was clipped here. */
  readonly source?: 'import';
  /** Their colors, and the notes on them as one text: what search asks. */
  readonly highlightColors?: readonly string[];
  readonly highlightNotes?: string;
  /** What those among them are that are not sure; missing where all are. */
  readonly highlightStates?: readonly UnsureState[];
  /** What the user has written in place of the page's own: it stays when the page is read again. */
  readonly edited?: readonly EditableField[];
  /** Last of those edits (epoch ms). */
  readonly editedAt?: number;
}

export type EditableField = 'title' | 'author' | 'publishedAt';

/** The article itself: loaded by the reader, by search for its candidates, and by export. */
export interface ClipBody {
  readonly clipId: ClipId;
  /** Article HTML: docs/article-html.md. Hostile until sanitised again at render. */
  readonly html: string;
  readonly blocks: readonly TextBlock[];
  readonly integrity: Integrity;
  readonly description: string | null;
  /** The page's own tags and keywords: material for suggestions. */
  readonly pageTags: readonly string[];
  readonly images: readonly { readonly url: string; readonly alt: string }[];
  readonly pageUpdatedAt: string | null;
}
