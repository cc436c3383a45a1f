import { keptSettings, restoreSettings } from '../options/transfer/kept-settings.ts';
import type { SharedSettings } from './shared-values.ts';

/**
 * The settings of this browser that go along with the library: how articles look. A sync runs in Chrome's offscreen page, which
 * has no `storage`, so that only what lies in `localStorage` can be read there.
 */
export function createSharedSettings(local: Storage): SharedSettings {
  const stores = { read: () => Promise.resolve(undefined), write: () => Promise.resolve(), local };
  return {
    async read() {
      const { theme, typography } = await keptSettings(stores);
      const set = Object.entries({ theme, typography });
      return Object.fromEntries(set.filter(([, value]) => value !== undefined));
    },
    write: async ({ theme, typography }) => restoreSettings(stores, { theme, typography }, 'replace'),
  };
}
