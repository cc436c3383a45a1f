import type { RecordedFailure } from '../core/report/recorded-failure.ts';
import { browser } from './browser.ts';

/** The log lives in memory until the browser closes. Each failure has a key of its own, since several pages write. */
const prefix = 'failure/';
const kept = 10;

/** Writes a failure to the log. A log that cannot be written must not cause another failure. */
export function recordFailure(failure: RecordedFailure): void {
  // Chrome's offscreen page has no storage.
  if (Reflect.get(browser, 'storage') === undefined) return;
  const key = `${prefix}${String(failure.at).padStart(16, '0')}/${crypto.randomUUID()}`;
  browser.storage.session.set({ [key]: failure }).then(prune, () => undefined);
}

async function prune(): Promise<void> {
  const keys = [...(await logged()).keys()];
  if (keys.length > kept) await browser.storage.session.remove(keys.slice(0, -kept));
}

/** The log by its keys, oldest first. */
async function logged(): Promise<ReadonlyMap<string, RecordedFailure>> {
  const all: Record<string, unknown> = await browser.storage.session.get(null);
  const keys = Object.keys(all).filter((key) => key.startsWith(prefix));
  return new Map(keys.toSorted().map((key) => [key, all[key] as RecordedFailure]));
}

/** The last failures of all pages and the worker since the browser started, oldest first, ten at most. */
export async function recentFailures(): Promise<readonly RecordedFailure[]> {
  return [...(await logged()).values()].slice(-kept);
}
