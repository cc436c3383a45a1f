/** Which tabs were selected, and which was in front, before this page opened as a tab of its own. */
export interface TabChoice {
  readonly selected: readonly number[];
  readonly current: number | null;
}

/** From the page's own address: `#tabs?current=3&selected=3,4`. */
export function tabChoice(hash: string): TabChoice {
  const query = new URLSearchParams(hash.startsWith('#tabs?') ? hash.slice('#tabs?'.length) : '');
  const numbers = (query.get('selected') ?? '').split(',').map(Number).filter(Boolean);
  const current = Number(query.get('current') ?? 0);
  return { selected: numbers, current: current === 0 ? null : current };
}
