/** An attribute selector for a part of the class; a class; any other attribute selector, whose value may look like one. */
const classTests = /\[class[*^$]="([^"\s]+)"(?: i)?\]|\.([\w-]+)|\[[^[\]]*\]/g;

/** A comma between selectors, and not one within the innermost brackets. */
const comma = /,\s?(?![^(]*\))/;

/**
 * The words in the classes of a page. Long lists of selectors name what many platforms write, of which one page has
 * little: what no class of it can match is left out before the browser tries every selector on every element.
 */
export class PageClasses {
  readonly #root: ParentNode;
  readonly #words: ReadonlySet<string>;
  readonly #text: string;

  constructor(root: Document | Element) {
    const values = new Set<string>();
    const classed = root.querySelectorAll('[class]');
    for (let index = 0; index < classed.length; index++)
      values.add(classed[index]?.getAttribute('class') ?? '');
    this.#root = root;
    this.#words = new Set([...values].join(' ').toLowerCase().split(/\s+/));
    this.#text = [...this.#words].join(' ');
  }

  /** What `querySelectorAll` finds below the root, or an element in it, as long as no class is added. */
  select(selectors: string, within: ParentNode = this.#root): readonly Element[] {
    const possible = this.possible(selectors);
    return possible === '' ? [] : [...within.querySelectorAll(possible)];
  }

  /** The selectors of a list that may match an element of the page; '' for none. */
  possible(selectors: string): string {
    return alternativesOf(selectors)
      .filter(
        ({ words, parts }) =>
          words.every((word) => this.#words.has(word)) && parts.every((part) => this.#text.includes(part)),
      )
      .map(({ selector }) => selector)
      .join();
  }
}

interface Alternative {
  readonly selector: string;
  /** Classes, and parts of classes, without which it matches nothing; in lower case. */
  readonly words: readonly string[];
  readonly parts: readonly string[];
}

const known = new Map<string, readonly Alternative[]>();

function alternativesOf(selectors: string): readonly Alternative[] {
  const found = known.get(selectors) ?? selectors.split(comma).map((selector) => alternative(selector));
  known.set(selectors, found);
  return found;
}

function alternative(selector: string): Alternative {
  const words: string[] = [];
  const parts: string[] = [];
  for (const [, part, word] of required(selector).matchAll(classTests)) {
    if (part !== undefined) parts.push(part.toLowerCase());
    if (word !== undefined) words.push(word.toLowerCase());
  }
  return { selector, words, parts };
}

/** A selector without the arguments of pseudo-classes that say what is not to be, or one of several things. */
function required(selector: string): string {
  return (
    selector
      .replace(/:(\w+)\(([^()]*)\)/g, (_all, name: string, argument: string) =>
        name === 'has' && !argument.includes(',') ? ` ${argument} ` : '',
      )
      .split('(', 1)[0] ?? ''
  );
}
