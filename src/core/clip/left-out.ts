/** Why a passage of the page is not in the article. */
export const leftOutReasons = [
  'navigation',
  'related',
  'comments',
  'advertisement',
  'author',
  'details',
  'hidden',
  'duplicate',
  'controls',
  /** Beside the part of the page that was chosen. */
  'outside',
  /** Nobody knows: it was there, and is not in the article. */
  'unaccounted',
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/** A passage of the page that the article does not hold. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  /** The rule that says so, e.g. `prune/name`. */
  readonly rule: string;
  /** The first words of it. */
  readonly text: string;
  readonly words: number;
  /** Whether it may be part of the article, so that the clip is not complete without it. */
  readonly isMissing: boolean;
  /** Index of the block of the article that it follows; -1 where it comes before all. */
  readonly after: number;
  /** The passage as article HTML, to put it back; null where it is too long, or nothing that one puts back. */
  readonly html: string | null;
}

/** Longest list that a clip keeps, and characters of its HTML in all. */
export const leftOutLimits = { passages: 60, text: 160, html: 60_000 } as const;

/** What keeps a page from being read to its end. */
export const pageNotices = ['loading', 'frame', 'rows', 'paywall', 'login'] as const;
export type PageNoticeKind = (typeof pageNotices)[number];
