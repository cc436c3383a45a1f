/** How long a popup that was closed comes back with its query: ms. */
const keptFor = 5 * 60_000;
const mostRecent = 8;
const lastKey = 'popup-query';
const recentKey = 'recent-searches';

/** What was searched for before, on this machine alone. */
export interface KeptSearches {
  /** The query that a popup on this page closed with a moment ago, so that one that closed too early comes back as it was. */
  readonly last: (url: string) => string;
  readonly keepLast: (url: string, query: string) => void;
  /** Queries whose results were opened, the latest first. */
  readonly recent: () => readonly string[];
  readonly remember: (query: string) => void;
  readonly forgetRecent: () => void;
}

/** In localStorage, which answers at once; a popup's sessionStorage goes with it. `now` is epoch ms. */
export function createKeptSearches(now: () => number): KeptSearches {
  const recent = (): readonly string[] => {
    const kept = read(recentKey);
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, mostRecent) : [];
  };
  return {
    last(url) {
      const kept = read(lastKey);
      if (typeof kept !== 'object' || kept === null) return '';
      const { at, page, query } = kept as Record<string, unknown>;
      const fresh = typeof at === 'number' && now() - at < keptFor;
      return fresh && page === url && typeof query === 'string' ? query : '';
    },
    keepLast(url, query) {
      write(lastKey, query.trim() === '' ? null : { at: now(), page: url, query });
    },
    recent,
    remember(query) {
      const text = query.trim();
      if (text !== '')
        write(recentKey, [text, ...recent().filter((each) => each !== text)].slice(0, mostRecent));
    },
    forgetRecent: () => write(recentKey, null),
  };
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Storage is turned off for all sites, or holds what an earlier release wrote: nothing to come back to.
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As above: it is a convenience.
  }
}
