import { expect, test } from 'vitest';
import { parseImageSettings, usualImageSettings } from '../../../src/core/image/image-settings.ts';

test('a field that is not as it should be is the usual one, its neighbours stay', () => {
  expect(parseImageSettings({ keep: 'all', maxBytes: -1, format: 'webp' })).toEqual({
    ...usualImageSettings,
    keep: 'all',
    format: 'webp',
  });
});

test.each([undefined, null, 'all', 7, []])('%j is no settings', (value) => {
  expect(parseImageSettings(value)).toEqual(usualImageSettings);
});
