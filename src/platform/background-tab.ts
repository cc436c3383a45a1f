import { Failure } from '../domain/failure.ts';
import { type Tabs, browser } from './browser.ts';

const patience = 60_000;

/** Opens `url` in a tab behind the current one, runs `read` once it has loaded, and closes it whatever happens. */
export async function readInBackgroundTab<Result>(
  url: string,
  read: (tabId: number) => Promise<Result>,
): Promise<Result> {
  const tab = await browser.tabs.create({ url, active: false });
  const { id } = tab;
  if (id === undefined) throw new Failure('page/unreadable', 'the tab has no id');
  try {
    await loaded(id);
    return await read(id);
  } finally {
    await browser.tabs.remove(id).catch(ignoreClosed);
  }
}

function loaded(tabId: number): Promise<void> {
  const { promise, resolve, reject } = resolvers();
  const timer = setTimeout(
    () => reject(new Failure('page/unreadable', 'the page did not load in time')),
    patience,
  );
  const onUpdated = (id: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (id === tabId && change.status === 'complete') resolve();
  };
  const onRemoved = (id: number) => {
    if (id === tabId) reject(new Failure('page/changed', 'the tab was closed'));
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  return promise.finally(() => {
    clearTimeout(timer);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onRemoved);
  });
}

function resolvers() {
  let resolve: () => void = () => undefined;
  let reject: (failure: Failure) => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** The reader closed the tab first. */
function ignoreClosed(): void {}
