import type { Article } from '../../../core/clip/article.ts';
import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import type { FailureCode } from '../../../core/failure.ts';

/** Where reading the page stands. */
export type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly article: Article }
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** Where the last command about the page stands. */
export type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly slow: boolean }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | { readonly kind: 'done'; readonly clipId: ClipId; readonly done: Done };

/** `text-saved`: without pictures and source, for want of room. `kept`: the clip's text stands, this one is a version. */
export type Done = 'saved' | 'updated' | 'link-saved' | 'text-saved' | 'kept';

/** What the first card shows: exactly one of these. */
export type PageView =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly article: Article }
  | { readonly kind: 'working'; readonly slow: boolean }
  | {
      readonly kind: 'clipped';
      readonly clipId: ClipId;
      readonly clip: Clip | null;
      readonly done: Done | null;
    }
  | { readonly kind: 'trashed'; readonly clip: Clip }
  /** It cannot be read; `linkable` where its address can be kept. */
  | { readonly kind: 'unreadable'; readonly code: FailureCode; readonly linkable: boolean }
  /** It could be read, and then something failed; `clip` where an earlier clip of it is as it was. */
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly clip: Clip | null };

export interface PageFacts {
  readonly url: string;
  readonly reading: Reading;
  readonly work: Work;
  /** The clip of this page, if there is one. */
  readonly clip: Clip | null;
}

export function pageView({ url, reading, work, clip }: PageFacts): PageView {
  const inLibrary = clip !== null && clip.trashedAt === null ? clip : null;
  if (work.kind === 'working') return work;
  if (work.kind === 'failed') return { ...work, clip: inLibrary };
  // The command's own answer counts even where this window cannot read the database.
  if (work.kind === 'done' && clip === null)
    return { kind: 'clipped', clipId: work.clipId, clip, done: work.done };
  if (inLibrary !== null) {
    const done = work.kind === 'done' && work.clipId === inLibrary.id ? work.done : null;
    return { kind: 'clipped', clipId: inLibrary.id, clip: inLibrary, done };
  }
  if (clip !== null) return { kind: 'trashed', clip };
  if (reading.kind === 'failed') return { kind: 'unreadable', code: reading.code, linkable: isLinkable(url) };
  return reading.kind === 'read' ? { kind: 'ready', article: reading.article } : reading;
}

function isLinkable(url: string): boolean {
  return /^(https?|file):/i.test(url);
}
