import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { MessageKey } from '../../../src/browser/translate.ts';
import { eventually } from '../../factories/eventually.ts';
import { find } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';
import { showLibrary } from './show-library.tsx';

afterEach(() => page.viewport(1200, 800));

test('no order of the list, however long its words, makes a narrow page wider', async () => {
  await page.viewport(360, 700);
  const long = (key: MessageKey, ...rest: (string | number)[]) =>
    key.startsWith('sort') ? `${english.t(key)} in a language of long words` : english.t(key, ...rest);
  await showLibrary([{ id: 'a', title: 'Backpressure' }], { translation: { ...english, t: long } });
  await eventually(() => {
    const tools = find('.list-bar .list-tools', HTMLElement);
    expect(find('.list-bar select', HTMLSelectElement).value).toBe('newest');
    expect(tools.getBoundingClientRect().right).toBeLessThanOrEqual(360);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
