import { browser } from './browser.ts';

/** Runs when a profile that has the extension starts. Being registered is what makes the browser start the worker then. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
}
