const key = 'list-to-clip';

/** Leaves a list of addresses for the page of jobs, which the same tab goes to. */
export function passList(storage: Storage, text: string): void {
  if (text === '') storage.removeItem(key);
  else storage.setItem(key, text);
}

/** Takes it, once. */
export function takeList(storage: Storage): string {
  const text = storage.getItem(key) ?? '';
  storage.removeItem(key);
  return text;
}
