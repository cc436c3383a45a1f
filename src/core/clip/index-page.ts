export type PageKind = 'article' | 'index' | 'other';

/** A post that an index page lists. */
export interface IndexPost {
  readonly title: string;
  /** Absolute, as the page links it. */
  readonly url: string;
  /** ISO 8601 date or date-time, where the page shows one with the post. */
  readonly date: string | null;
  readonly excerpt: string | null;
}

export interface PageFeed {
  readonly url: string;
  readonly type: 'rss' | 'atom' | 'json';
  readonly title: string | null;
}

/** The parts of which the page is one, in reading order. */
export interface PageSeries {
  readonly name: string | null;
  readonly posts: readonly IndexPost[];
}

/** What a page is, and what can be taken from it besides itself. */
export interface RecognizedPage {
  readonly kind: PageKind;
  /** 0 to 1: how sure `kind` is. */
  readonly confidence: number;
  /** The posts listed, in page order: also of a page that is more likely an article, since the user may differ. */
  readonly posts: readonly IndexPost[];
  /** There are more links than a list is looked for in: the posts are those of the first. */
  readonly isCut?: boolean | undefined;
  /** The next page of the same list. */
  readonly next: string | null;
  readonly feeds: readonly PageFeed[];
  readonly series: PageSeries | null;
}
