/** What the writers of article HTML share. */
export type Writer = (source: Element, out: Element, context: WritingContext) => void;

export interface WritingContext {
  readonly document: Document;
  /** The page's address, against which links and images are resolved. */
  readonly base: string;
  /** Ids in the article that its own links point to. */
  readonly targets: ReadonlySet<string>;
  /** Writes an element's content as blocks. */
  readonly blocks: Writer;
  /** As `blocks`, but a single paragraph becomes the element's own inline content. */
  readonly flow: Writer;
}

/** The ids that links of the article point to. */
export function linkTargets(root: Element): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const id = (link.getAttribute('href') ?? '').slice(1);
    targets.add(id);
    targets.add(safeDecode(id));
  }
  targets.delete('');
  return targets;
}

export function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
