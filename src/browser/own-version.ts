import { browser } from './browser.ts';

/** As the manifest states it: `1.2.0`. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}
