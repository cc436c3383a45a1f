import { Failure, type FailureCode } from '../core/failure.ts';
import { type Tabs, browser } from './browser.ts';

const timeout = 60_000;

/**
 * Opens `url` in a tab behind the current one, runs `read` once it has loaded, and closes it whatever happens.
 * Throws `page/unreadable`.
 */
export async function readInBackgroundTab<Result>(
  url: string,
  read: (tabId: number) => Promise<Result>,
): Promise<Result> {
  const tab = await browser.tabs.create({ url, active: false });
  const { id } = tab;
  if (id === undefined) throw new Failure('page/unreadable', 'the tab has no id');
  try {
    await loaded(id);
    return await onceRendered(() => read(id));
  } finally {
    await browser.tabs.remove(id).catch(ignoreClosed);
  }
}

const renderTries = 8;
const renderPause = 1_000;

/** Scripts may still be at work on a page that has loaded: what it lacks now it may have in a second. */
async function onceRendered<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await read();
    } catch (error) {
      const early = error instanceof Failure && mayCome.has(error.code);
      if (!early || tries === renderTries) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, renderPause);
    });
  }
}

/** `page/restricted` is the blank page that Firefox shows first. */
const mayCome: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'page/no-article',
  'page/changed',
  'page/restricted',
]);

function loaded(tabId: number): Promise<void> {
  const { promise, resolve, reject } = resolvers();
  const timer = setTimeout(
    () => reject(new Failure('page/unreadable', 'the page did not load in time')),
    timeout,
  );
  const onUpdated = (id: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (id === tabId && change.status === 'complete') resolve();
  };
  const onRemoved = (id: number) => {
    if (id === tabId) reject(new Failure('page/changed', 'the tab was closed'));
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  // It may have loaded before anybody listened.
  browser.tabs.get(tabId).then(
    ({ status }) => status === 'complete' && resolve(),
    () => reject(new Failure('page/changed', 'the tab was closed')),
  );
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

/** The user closed the tab first. */
function ignoreClosed(): void {}
