import type { TextBlock } from '../../core/clip/article.ts';

/** What an extraction chose and wrote, to be compared with what the page showed. */
export interface Outcome {
  readonly root: Element;
  /** The user picked it: what stands beside it was not wanted. */
  readonly isPicked: boolean;
  readonly article: HTMLElement;
  /** What was taken off the ends of the article. */
  readonly trimmed: readonly Element[];
  readonly blocks: readonly TextBlock[];
  /** What the clip holds beside its article: title, author, date, tags. */
  readonly beside: readonly string[];
}
