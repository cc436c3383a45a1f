import type { PageClasses } from '../page-classes.ts';

/** The page as the steps of the extractor see it: a copy that they may change as they like. */
export interface PageCopy {
  readonly document: Document;
  readonly body: HTMLElement;
  readonly url: string;
  /** Where relative addresses start. Not the document's own base, which a page's or our security policy may refuse to set. */
  readonly base: string;
  readonly classes: PageClasses;
  /** Names of the rules that recognised something, e.g. `code/hexo`. */
  readonly rules: Set<string>;
}
