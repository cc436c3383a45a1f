/** What the user typed about a page before clipping it. Kept per page until it is clipped or cleared. */
export interface Draft {
  readonly urlKey: string;
  /** Labels of the chips already made. */
  readonly tags: readonly string[];
  /** The text still in the tag field. */
  readonly tagText: string;
  readonly note: string;
  /** Epoch ms. */
  readonly updatedAt: number;
}
