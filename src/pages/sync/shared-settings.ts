import { readSetting, writeSetting } from '../../browser/kept-settings.ts';
import { keptSettings, restoreSettings } from '../options/transfer/kept-settings.ts';
import type { SharedSettings } from './shared-values.ts';

/** The settings of this browser that go along with the library. */
export function createSharedSettings(local: Storage): SharedSettings {
  const stores = { read: readSetting, write: writeSetting, local };
  return {
    async read() {
      const { images, theme, typography } = await keptSettings(stores);
      const set = Object.entries({ images, theme, typography });
      return Object.fromEntries(set.filter(([, value]) => value !== undefined));
    },
    write: async (settings) => restoreSettings(stores, settings, 'replace'),
  };
}
