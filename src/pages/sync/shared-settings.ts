import { keptLook, restoreLook } from '../options/transfer/kept-settings.ts';
import type { SharedSettings } from './shared-values.ts';

/**
 * The settings of this browser that go along with the library: theme and typography. A sync runs in Chrome's offscreen page,
 * which has no extension storage, so only what lies in `localStorage` can travel.
 */
export function createSharedSettings(local: Pick<Storage, 'getItem' | 'setItem'>): SharedSettings {
  return {
    async read() {
      const { theme, typography } = keptLook(local);
      const set = Object.entries({ theme, typography });
      return Object.fromEntries(set.filter(([, value]) => value !== undefined));
    },
    write: async ({ theme, typography }) => restoreLook(local, { theme, typography }, 'replace'),
  };
}
