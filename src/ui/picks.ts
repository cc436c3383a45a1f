import { type ReadonlySignal, computed, signal } from '@preact/signals';

export interface PickItem {
  /** Its address, and what tells it from the others. */
  readonly url: string;
  readonly title: string;
  /** A second line: date, site. */
  readonly detail: string;
  /** Already in the library. */
  readonly clipped: boolean;
}

/** A list of pages to choose from: a filter, single picks, ranges. What is chosen is picked and passes the filter. */
export interface Picks<Item extends PickItem = PickItem> {
  readonly visible: ReadonlySignal<readonly Item[]>;
  readonly chosen: ReadonlySignal<readonly Item[]>;
  readonly picked: ReadonlySignal<ReadonlySet<string>>;
  /** All there are, and how many of them are in the library. */
  readonly total: ReadonlySignal<number>;
  readonly clipped: ReadonlySignal<number>;
  readonly filter: ReadonlySignal<string>;
  readonly setFilter: (text: string) => void;
  /** `asRange`: everything between the last one picked and this. */
  readonly toggle: (url: string, asRange: boolean) => void;
  /** All that pass the filter, or none of them. */
  readonly pickAll: (pick: boolean) => void;
  /** Those that pass the filter and are not in the library. */
  readonly pickNew: () => void;
  /** Exactly these. */
  readonly pick: (urls: readonly string[]) => void;
}

/** What is ticked in a list that can be filtered. Ticks survive a filter; shift extends from the last tick. */
export function createPicks<Item extends PickItem>(items: ReadonlySignal<readonly Item[]>): Picks<Item> {
  const filter = signal('');
  const picked = signal<ReadonlySet<string>>(new Set());
  let last: string | null = null;

  const visible = computed(() => {
    const words = fold(filter.value).split(/\s+/);
    return items.value.filter((item) => {
      const text = fold(`${item.title} ${item.detail} ${item.url}`);
      return words.every((word) => text.includes(word));
    });
  });
  const change = (urls: readonly string[], pick: boolean) => {
    const next = new Set(picked.peek());
    for (const url of urls) {
      if (pick) next.add(url);
      else next.delete(url);
    }
    picked.value = next;
  };

  return {
    visible,
    chosen: computed(() => visible.value.filter(({ url }) => picked.value.has(url))),
    picked,
    total: computed(() => items.value.length),
    clipped: computed(() => items.value.filter(({ clipped }) => clipped).length),
    filter,
    setFilter: (text) => {
      filter.value = text;
    },
    toggle(url, asRange) {
      const pick = !picked.peek().has(url);
      const urls = visible.peek().map((item) => item.url);
      const [from, to] = [last === null ? -1 : urls.indexOf(last), urls.indexOf(url)];
      const range = asRange && from !== -1 ? urls.slice(Math.min(from, to), Math.max(from, to) + 1) : [url];
      change(range, pick);
      last = url;
    },
    pickAll: (pick) =>
      change(
        visible.peek().map(({ url }) => url),
        pick,
      ),
    pickNew() {
      const shown = visible.peek();
      change(
        shown.map(({ url }) => url),
        false,
      );
      change(
        shown.filter(({ clipped }) => !clipped).map(({ url }) => url),
        true,
      );
    },
    pick: (urls) => {
      picked.value = new Set(urls);
    },
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
