/** What the extractor takes on; more is `page/too-large`. */
export const limits = {
  /** The single-page HTML specification has about 400,000 elements. */
  elements: 600_000,
  /** Parsers stop at 512 levels; scripts may build deeper trees, which recursion would not survive. */
  depth: 1_500,
  /** Milliseconds that a page's extraction may take, its turns included, looked at between the steps. */
  time: 60_000,
  /** Characters of article HTML. */
  html: 20_000_000,
  /** Diagrams read from the addresses of their pictures, and bytes of each: a few kB may unpack to a thousand times as much. */
  diagrams: 200,
  diagram: 200_000,
} as const;
