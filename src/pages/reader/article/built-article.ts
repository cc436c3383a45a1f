/** An article as it stands in the page, until another one takes its place. */
export interface BuiltArticle {
  readonly root: HTMLElement;
  /** Hears of elements of the article whose insides were made anew. */
  readonly whenDressed: (listener: (elements: readonly Element[]) => void) => void;
}

/** `dressed` tells whoever listens. */
export function builtArticle(root: HTMLElement): BuiltArticle & {
  readonly dressed: (elements: readonly Element[]) => void;
} {
  const listeners: ((elements: readonly Element[]) => void)[] = [];
  return {
    root,
    whenDressed: (listener) => void listeners.push(listener),
    dressed: (elements) => {
      for (const listener of listeners) listener(elements);
    },
  };
}
