/** How long a popup that was closed comes back with its query: ms. */
const kept = 5 * 60_000;
const key = 'popup-query';

/** In localStorage, since it is there before the first paint; a popup's sessionStorage goes with it. */
export function loadLastQuery(now: number): string {
  try {
    const [at = '', ...text] = (localStorage.getItem(key) ?? '').split(' ');
    return now - Number(at) < kept ? text.join(' ') : '';
  } catch {
    // The reader has turned storage off for all sites: nothing to come back to.
    return '';
  }
}

export function keepLastQuery(query: string, now: number): void {
  try {
    if (query.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, `${now} ${query}`);
  } catch {
    // As above: it is a convenience.
  }
}
