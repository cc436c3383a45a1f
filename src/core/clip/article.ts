import type { LeftOut, PageNoticeKind } from './left-out.ts';

/**
 * An article as it leaves the page: plain data that survives a structured clone and JSON.
 * `html` is article HTML, the small dialect described in docs/article-html.md.
 */
export interface Article {
  /** The address of the document that was read. */
  readonly url: string;
  /** rel=canonical (or the like), where it is on the same site; never trusted across sites. */
  readonly canonicalUrl: string | null;
  readonly title: string;
  readonly author: string | null;
  /** ISO 8601 date or date-time as the page states it: `2024-03-01` or `2024-03-01T08:00:00+08:00`. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** The page's own tags and keywords, display form, in page order. */
  readonly tags: readonly string[];
  /** BCP 47 language of the text, e.g. `zh-CN`, `en`. */
  readonly language: string | null;
  readonly siteName: string | null;
  readonly description: string | null;
  readonly html: string;
  /** The text of `html`, block by block in reading order; `html` carries each index as `data-block`. */
  readonly blocks: readonly TextBlock[];
  readonly images: readonly ArticleImage[];
  readonly measure: ArticleMeasure;
  readonly integrity: Integrity;
}

/** A piece of text that search indexes, snippets quote and the reader can scroll to. */
export type TextBlock =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | {
      readonly kind: 'code';
      /** Exact: tabs, blank lines and trailing spaces as the author wrote them, without a final newline. */
      readonly text: string;
      /** Canonical lower-case name (`go`, `bash`, `typescript`), null where unknown. */
      readonly language: string | null;
      /** True where the language is inferred from the text rather than stated by the page. */
      readonly guessed?: boolean;
      readonly fileName?: string;
    }
  | { readonly kind: 'math'; readonly text: string };

export interface ArticleImage {
  /** Absolute, and the best candidate of the page's lazy and responsive ones. */
  readonly url: string;
  readonly alt: string;
}

export interface ArticleMeasure {
  /** Latin-script words plus CJK characters of prose and headings. */
  readonly words: number;
  /** At least 1; by characters for Chinese, Japanese and Korean. */
  readonly readingMinutes: number;
  readonly codeBlocks: number;
  readonly images: number;
  readonly tables: number;
  readonly formulas: number;
}

/** What the page had and what came through: the clip's honesty line. */
export interface Integrity {
  readonly extractorVersion: string;
  /** Names of the steps that recognised something, e.g. `code/hexo-table`. */
  readonly rules: readonly string[];
  readonly found: IntegrityCounts;
  readonly kept: IntegrityCounts;
  /** Pieces that Readability lost and the check put back. */
  readonly restored: IntegrityCounts;
  /** Share (0 to 1) of the article's text that came through, measured on the page as nobody had touched it. */
  readonly coverage: number;
  /** What the page showed and the article does not hold; absent from clips of extractors before 4. */
  readonly leftOut?: readonly LeftOut[];
  /** What kept the page from being read to its end. */
  readonly notice?: PageNoticeKind;
}

export interface IntegrityCounts {
  readonly codeBlocks: number;
  readonly images: number;
  readonly tables: number;
  readonly formulas: number;
}
