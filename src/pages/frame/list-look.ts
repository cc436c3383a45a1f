import { type ReadonlySignal, signal } from '@preact/signals';

/** How the library's rows look. */
export interface ListLook {
  /** Two lines of each clip's text, or its title alone. */
  readonly rows: 'excerpts' | 'compact';
  /** The first stored picture. */
  readonly pictures: boolean;
}

export interface ListLookChoice {
  readonly current: ReadonlySignal<ListLook>;
  readonly change: (part: Partial<ListLook>) => void;
}

export const listLookKey = 'list-look';
const usualListLook: ListLook = { rows: 'excerpts', pictures: true };

/** A field that is not as it should be is the usual one. */
export function parseListLook(kept: unknown): ListLook {
  if (typeof kept !== 'object' || kept === null) return usualListLook;
  const { rows, pictures }: { rows?: unknown; pictures?: unknown } = kept;
  return {
    rows: rows === 'compact' ? 'compact' : usualListLook.rows,
    pictures: typeof pictures === 'boolean' ? pictures : usualListLook.pictures,
  };
}

/** As it was kept, in text. Any text is taken. */
export function readListLook(text: string | null): ListLook {
  try {
    return parseListLook(JSON.parse(text ?? '{}'));
  } catch {
    // Damaged from outside: the usual look is no loss.
    return usualListLook;
  }
}

export function createListLook(storage: Storage): ListLookChoice {
  const current = signal(readListLook(storage.getItem(listLookKey)));
  addEventListener('storage', ({ key, newValue }) => {
    if (key === listLookKey) current.value = readListLook(newValue);
  });
  return {
    current,
    change(part) {
      current.value = { ...current.peek(), ...part };
      storage.setItem(listLookKey, JSON.stringify(current.peek()));
    },
  };
}
