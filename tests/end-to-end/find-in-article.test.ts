import { expect, test } from 'vitest';
import { shows } from '../harness/controls.ts';
import { ensureBrowser } from '../harness/install-browser.ts';
import { launchFirefox } from '../harness/launch-firefox.ts';
import { seedClips } from './seed-clips.ts';

const code = Array.from({ length: 80 }, (_, line) => (line === 70 ? 'needleInFold()' : `line ${line}`)).join(
  '\n',
);
const html =
  '<p data-block="0">Begin.</p>' +
  `<pre data-block="1"><code class="language-go">${code}</code></pre>` +
  '<div data-tabs><section data-tab="npm"><p data-block="2">npm install</p></section>' +
  '<section data-tab="yarn"><p data-block="3">needleInTab</p></section></div>' +
  '<p data-block="4">End.</p>';
const blocks = [
  { kind: 'prose', text: 'Begin.' },
  { kind: 'code', text: code, language: 'go' },
  { kind: 'prose', text: 'npm install' },
  { kind: 'prose', text: 'needleInTab' },
  { kind: 'prose', text: 'End.' },
] as const;

/** Whether the selection, which is what the find bar found, is in the window and cut off by nothing. */
function selectionIsSeen(): boolean {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  if (range === undefined) return false;
  const { left, top, height } = range.getBoundingClientRect();
  const there = document.elementFromPoint(left + 1, top + height / 2);
  return there !== null && range.startContainer.parentElement?.closest('p, pre')?.contains(there) === true;
}

// Chromium's automation has no find bar; there the browser scrolls what it finds: tests/pages/reader/reading.dom.test.tsx.
test('the find bar of Firefox shows what stands in a hidden tab and in folded code', async () => {
  const app = await launchFirefox(ensureBrowser('firefox').path, { headless: true });
  try {
    const [id = ''] = await seedClips(await app.openPage('options'), [
      { title: 'Needles', own: [], html, blocks },
    ]);
    const page = await app.openPage('reader', `?id=${id}`);
    await page.bringToFront();
    await shows(page, 'End.');
    expect(await page.$('.code-block.folded')).not.toBeNull();
    expect(await app.findInPage('noSuchNeedle')).toBe(false);
    for (const needle of ['needleInFold', 'needleInTab']) {
      expect(await app.findInPage(needle)).toBe(true);
      await expect.poll(() => page.evaluate(selectionIsSeen)).toBe(true);
      expect(await page.evaluate(() => String(getSelection()))).toBe(needle);
    }
    expect(await page.$('.code-block.folded')).toBeNull();
    expect(app.takeProblems()).toEqual([]);
  } finally {
    await app.close();
  }
});
