import { signal } from '@preact/signals';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../src/pages/frame/frame.css';
import type { MessageKey } from '../../../src/browser/translate.ts';
import { FrameHeader } from '../../../src/pages/frame/frame-header.tsx';
import { eventually } from '../../factories/eventually.ts';
import { find, show } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';

afterEach(() => page.viewport(1200, 800));

test('where one is, is in sight in a narrow window, however long the words of the language are', async () => {
  await page.viewport(360, 700);
  const long = (key: MessageKey) => `${english.t(key)} in a language of long words`;
  show(<FrameHeader current="jobs" jobs={signal(0)} />, { ...english, t: long });
  await eventually(() => {
    const nav = find('.frame-nav', HTMLElement);
    const here = find('.frame-nav [aria-current]', HTMLElement);
    expect(nav.scrollWidth).toBeGreaterThan(nav.clientWidth);
    expect(here.getBoundingClientRect().right).toBeLessThanOrEqual(nav.getBoundingClientRect().right + 1);
  });
});
