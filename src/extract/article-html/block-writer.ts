/** Where blocks are written: inline content between them gathers into paragraphs. */
export class BlockWriter {
  #paragraph: HTMLElement | null = null;

  constructor(
    readonly out: Element,
    readonly document: Document,
  ) {}

  /** The paragraph that is being written. */
  inline(): HTMLElement {
    this.#paragraph ??= this.document.createElement('p');
    return this.#paragraph;
  }

  get hasInline(): boolean {
    return this.#paragraph !== null;
  }

  /** Ends the paragraph; one without content is dropped. */
  flush(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = null;
    if (paragraph === null) return;
    trimBreaks(paragraph);
    if (hasContent(paragraph)) this.out.append(paragraph);
  }

  append(block: Element): void {
    this.flush();
    this.out.append(block);
  }
}

export function hasContent(element: Element): boolean {
  return (
    /[^\s\u200b\ufeff]/.test(element.textContent ?? '') ||
    element.querySelector('img, math, pre, hr, [data-math]') !== null
  );
}

/** Line breaks and white space at the ends of a block mean nothing. */
export function trimBreaks(element: Element): void {
  for (const edge of ['firstChild', 'lastChild'] as const) {
    for (let node = element[edge]; node !== null && isBlank(node); node = element[edge]) node.remove();
    const text = element[edge];
    if (text instanceof Text) text.data = edge === 'firstChild' ? text.data.trimStart() : text.data.trimEnd();
  }
}

function isBlank(node: ChildNode): boolean {
  return node.nodeName === 'BR' || (node instanceof Text && /^[\s\u200b\ufeff]*$/.test(node.data));
}
