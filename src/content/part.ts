import { sayPart } from '../browser/tell-worker.ts';
import { type PagePart, pageParts } from '../extract/choose/page-parts.ts';
import { pickPart } from './parts/pick-part.ts';

/** What the popup asks of the page, in the extension's own world. */
interface PartScope {
  clipshelfPart?: Element | null;
  clipshelfParts?: PartChooser;
}

/** What shows that the popup has closed: the page has the focus, or is pressed. */
const closings = ['focus', 'pointerdown'] as const;

/** The parts of this page, and which of them was chosen. The page's document stays as it is: CSS paints the part. */
class PartChooser {
  #parts: readonly PagePart[] = [];
  #stop: (() => void) | null = null;

  /** First words and size of each. */
  list(): readonly Pick<PagePart, 'text' | 'words'>[] {
    this.#parts = attemptedParts();
    return this.#parts.map(({ text, words }) => ({ text, words }));
  }

  /** Chooses the part of that number and shows it; null chooses none. */
  choose(place: number | null): boolean {
    const part = place === null ? null : (this.#parts[place]?.element ?? null);
    setChosen(part);
    show(part);
    part?.scrollIntoView({ block: 'nearest' });
    // What is shown while the popup is open is not when it is closed.
    if (part !== null) for (const name of closings) addEventListener(name, hide, { once: true });
    return place === null || part !== null;
  }

  /** Until one is taken, or none, which the worker is told. */
  pick(): void {
    this.#stop?.();
    for (const name of closings) removeEventListener(name, hide);
    const first = chosen() ?? attemptedParts()[0]?.element ?? document.body;
    const over = (said: 'part-taken' | 'part-left') => {
      this.#stop = null;
      show(null);
      sayPart(said);
    };
    this.#stop = pickPart(first, {
      show,
      take: (part) => {
        setChosen(part);
        over('part-taken');
      },
      leave: () => over('part-left'),
    });
  }
}

function attemptedParts(): readonly PagePart[] {
  try {
    return pageParts(document);
  } catch {
    // A page that makes something else of its document has no parts.
    return [];
  }
}

function chosen(): Element | null {
  return (globalThis as PartScope).clipshelfPart ?? null;
}

function setChosen(part: Element | null): void {
  (globalThis as PartScope).clipshelfPart = part;
}

function hide(): void {
  show(null);
}

function show(part: Element | null): void {
  if (part === null) {
    CSS.highlights.delete('clipshelf-part');
    return;
  }
  const range = document.createRange();
  range.selectNode(part);
  CSS.highlights.set('clipshelf-part', new Highlight(range));
}

(globalThis as PartScope).clipshelfParts ??= new PartChooser();

export default true;
