import type { KeyInput, Page } from 'puppeteer-core';

/** Presses the key while the others are held: `chord(page, 'Control', 'k')`. */
export async function chord(page: Page, held: 'Control' | 'Shift' | 'Alt', key: KeyInput): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

/** One key after the other, as `g t`. */
export async function keys(page: Page, ...pressed: readonly KeyInput[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

/**
 * Presses Tab, or another key that goes along, until what has the focus is named so, or matches the selector; resolves with the number of presses. Fails
 * after `most`, and where something has the focus that cannot be seen.
 */
export async function goTo(
  page: Page,
  wanted: RegExp | string,
  { most = 40, by = 'Tab' }: { readonly most?: number; readonly by?: 'Tab' | 'Shift+Tab' | 'ArrowDown' } = {},
): Promise<number> {
  const met: string[] = [];
  for (let presses = 0; presses <= most; presses += 1) {
    if (presses > 0) await (by === 'Shift+Tab' ? chord(page, 'Shift', 'Tab') : page.keyboard.press(by));
    const { name, isWanted, isSeen } = await page.evaluate(
      lookAtFocus,
      typeof wanted === 'string' ? wanted : '',
      typeof wanted === 'string' ? '' : wanted.source,
    );
    met.push(name);
    if (presses > 0 && !isSeen) throw new Error(`what has the focus is not to be seen: ${name}`);
    if (presses > 0 && isWanted) return presses;
  }
  throw new Error(`${String(wanted)} is not among ${String(most)} presses of ${by}: ${met.join(' · ')}`);
}

/** Runs in the page. */
function lookAtFocus(selector: string, source: string) {
  const element = document.activeElement;
  if (element === null || element === document.body)
    return { name: 'nothing', isWanted: false, isSeen: true };
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const label = labels.map((each) => each.textContent).join(' ');
  const name = [element.getAttribute('aria-label'), label, element.textContent, element.getAttribute('title')]
    .map((each) => (each ?? '').replace(/\s+/g, ' ').trim())
    .find((each) => each !== '');
  // A box that is drawn by its label is seen there.
  const drawn = labels[0] ?? element;
  const { left, right, top, bottom } = drawn.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const met = document.elementFromPoint(x, y);
  return {
    name: name ?? element.tagName,
    isWanted: selector === '' ? new RegExp(source).test(name ?? '') : element.matches(selector),
    isSeen: met !== null && (drawn.contains(met) || met.contains(drawn) || met.closest('label') !== null),
  };
}
