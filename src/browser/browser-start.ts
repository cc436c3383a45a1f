import { browser } from './browser.ts';

/** Runs when the extension was installed or updated. */
export function onInstalled(run: () => void): void {
  browser.runtime.onInstalled.addListener(run);
}

/** Runs when the extension came into this profile, not when it or the browser was updated. */
export function onFirstInstall(run: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') run();
  });
}

/** Runs when a profile that has the extension starts. Being registered is what makes the browser start the worker then. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
}
