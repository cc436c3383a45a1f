import { browser } from './browser.ts';

/** Below the 30 s after which browsers stop an idle worker. */
const interval = 20_000;

/** Keeps the worker from being stopped as idle while it works. Returns the function that lets it sleep again. */
export function keepAwake(): () => void {
  // Any call of an extension API counts as activity in both browsers.
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), interval);
  return () => clearInterval(timer);
}
