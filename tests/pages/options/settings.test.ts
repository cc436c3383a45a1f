import { expect, test } from 'vitest';
import {
  type SettingStores,
  keptSettings,
  restoreSettings,
} from '../../../src/pages/options/transfer/kept-settings.ts';
import { usualImageSettings } from '../../../src/core/image/image-settings.ts';
import { usualTypography } from '../../../src/pages/reader/state/typography.ts';

function makeStores(): SettingStores {
  const kept = new Map<string, unknown>();
  const local = new Map<string, string>();
  return {
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, value) => Promise.resolve(void kept.set(name, value)),
    local: {
      getItem: (key) => local.get(key) ?? null,
      setItem: (key, value) => void local.set(key, value),
    },
  };
}

const images = { ...usualImageSettings, format: 'webp' };
const theme = 'sepia';
const list = { rows: 'compact', pictures: false };
const typography = { ...usualTypography, size: 120 };

test('what was never set is not in a backup; what is comes back, but for when the last backup was', async () => {
  const first = makeStores();
  expect(await keptSettings(first)).toEqual({});
  await first.write('images', images);
  await first.write('backup', { backedUpAt: 5, dismissedAt: 6, every: 200 });
  first.local.setItem('theme', theme);
  first.local.setItem('list-look', JSON.stringify(list));
  first.local.setItem('reader-typography', JSON.stringify(typography));
  const settings = await keptSettings(first);
  expect(settings).toEqual({ images, reminder: { every: 200 }, theme, list, typography });
  const second = makeStores();
  await restoreSettings(second, settings, 'merge');
  expect(await second.read('backup')).toEqual({ backedUpAt: null, dismissedAt: null, every: 200 });
  expect(await keptSettings(second)).toEqual(settings);
});

test('merging leaves what is set here, replacing does not, and neither forgets the last backup', async () => {
  const stores = makeStores();
  await stores.write('images', usualImageSettings);
  await stores.write('backup', { backedUpAt: 5, dismissedAt: null, every: 50 });
  stores.local.setItem('theme', 'dark');
  stores.local.setItem('reader-typography', '{}');
  const before = await keptSettings(stores);
  const settings = { images, reminder: { every: 0 }, theme, typography };
  await restoreSettings(stores, settings, 'merge');
  expect(await keptSettings(stores)).toEqual(before);
  await restoreSettings(stores, settings, 'replace');
  expect(await keptSettings(stores)).toEqual(settings);
  expect(await stores.read('backup')).toMatchObject({ backedUpAt: 5 });
});

test('settings of a hostile file become the usual ones', async () => {
  const stores = makeStores();
  const settings = JSON.parse(
    '{"images":{"keep":"everything","maxBytes":-1,"__proto__":{"format":"x"}},"reminder":"often","typography":[{"size":9e9}]}',
  );
  await restoreSettings(stores, settings, 'replace');
  expect(await keptSettings(stores)).toEqual({
    images: usualImageSettings,
    reminder: { every: 50 },
    typography: usualTypography,
  });
});
