import type { Page } from 'puppeteer-core';

/** The color that most of the words have behind them, as the window shows it: `255 237 166`. What a style says may not be painted. */
export async function colorBehind(page: Page, selector: string, start: number, end: number): Promise<string> {
  const { x, y, width, height } = await page.evaluate(boxOf, selector, start, end);
  const picture = await page.screenshot({ clip: { x, y, width, height }, encoding: 'base64' });
  return await page.evaluate(mostFrequent, picture);
}

/** Runs in the page. What is selected has the selection's color. */
function boxOf(selector: string, start: number, end: number) {
  getSelection()?.removeAllRanges();
  const text = document.querySelector(selector)?.firstChild;
  const range = new Range();
  if (text === null || text === undefined) throw new Error(`no text in ${selector}`);
  range.setStart(text, start);
  range.setEnd(text, end);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width, height };
}

/** Runs in the page. */
async function mostFrequent(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const color = data.subarray(at, at + 3).join(' ');
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
