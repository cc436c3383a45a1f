import { type ReadonlySignal, effect, signal } from '@preact/signals';

/** How an article is set. Kept for all articles on this machine. */
export interface Typography {
  readonly font: 'sans' | 'serif' | 'own';
  /** Name of a font of this machine, for `own`. */
  readonly ownFont: string;
  /** Percent of the usual size. */
  readonly size: number;
  /** Width of a line, in characters of the size. */
  readonly width: number;
  /** Percent of the size. */
  readonly leading: number;
  readonly wrapCode: boolean;
  readonly lineNumbers: boolean;
  /** Whether coming to an article's end marks it as read. */
  readonly endMarksRead: boolean;
}

export const usualTypography: Typography = {
  font: 'sans',
  ownFont: '',
  size: 100,
  width: 43,
  leading: 175,
  wrapCode: false,
  lineNumbers: false,
  endMarksRead: false,
};

export const ranges = {
  size: { min: 80, max: 160, step: 5 },
  width: { min: 30, max: 70, step: 1 },
  leading: { min: 140, max: 220, step: 5 },
} as const;

/** Reads what was kept; a field that is not as it should be is the usual one, its neighbours stay. */
export function parseTypography(text: string | null): Typography {
  const kept = recordOf(text);
  const oneOf = <Name extends 'font'>(name: Name, all: readonly Typography[Name][]) =>
    all.find((value) => value === kept[name]) ?? usualTypography[name];
  const within = (name: keyof typeof ranges) => {
    const value = kept[name];
    const { min, max } = ranges[name];
    return typeof value === 'number' && value >= min && value <= max ? value : usualTypography[name];
  };
  return {
    font: oneOf('font', ['sans', 'serif', 'own']),
    ownFont: fontName(kept['ownFont']),
    size: within('size'),
    width: within('width'),
    leading: within('leading'),
    wrapCode: kept['wrapCode'] === true,
    lineNumbers: kept['lineNumbers'] === true,
    endMarksRead: kept['endMarksRead'] === true,
  };
}

/** Nothing that could end the name within a style. */
function fontName(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 80) : '';
}

function recordOf(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // What is kept was damaged from outside: the usual setting is no loss.
    return {};
  }
}

export interface TypographyChoice {
  readonly current: ReadonlySignal<Typography>;
  readonly change: (part: Partial<Typography>) => void;
}

export const typographyKey = 'reader-typography';

/** Sets the page now, before its first paint, and whenever something is changed. */
export function createTypography(storage: Storage, root: HTMLElement): TypographyChoice {
  const current = signal(parseTypography(storage.getItem(typographyKey)));
  effect(() => {
    const { font, ownFont, size, width, leading, wrapCode, lineNumbers } = current.value;
    root.dataset['font'] = font;
    root.style.setProperty('--reader-font', `'${fontName(ownFont)}'`);
    root.dataset['wrapCode'] = String(wrapCode);
    root.dataset['lineNumbers'] = String(lineNumbers);
    root.style.setProperty('--reader-size', `${size / 100}`);
    root.style.setProperty('--reader-width', `${width}rem`);
    root.style.setProperty('--reader-leading', `${leading / 100}`);
  });
  return {
    current,
    change(part) {
      current.value = { ...current.peek(), ...part };
      storage.setItem(typographyKey, JSON.stringify(current.peek()));
    },
  };
}
