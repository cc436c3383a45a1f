import type { ElementHandle, Page } from 'puppeteer-core';
import { poll } from './poll.ts';

export type Role =
  | 'button'
  | 'link'
  | 'textbox'
  | 'combobox'
  | 'heading'
  | 'listitem'
  | 'option'
  | 'status'
  | 'alert'
  | 'tab'
  | 'checkbox'
  | 'radio'
  | 'menuitem';

/** Waits for the first visible control with this role whose accessible name is, or matches, `name`. */
export async function control(page: Page, role: Role, name: string | RegExp): Promise<ElementHandle> {
  return poll(`${role} "${String(name)}"`, () => findControl(page, role, name));
}

/** Presses the first visible control of this name as soon as there is one that stands still, with nothing over it. */
export async function press(page: Page, name: string | RegExp, role: Role = 'button'): Promise<void> {
  await pressFound(`${role} "${String(name)}"`, () => findControl(page, role, name));
}

/** Presses what matches the selector as soon as there is one that stands still, with nothing over it. */
export async function pressMatch(page: Page, selector: string): Promise<void> {
  await pressFound(selector, () => page.$(selector));
}

async function pressFound(what: string, find: () => Promise<ElementHandle | null>): Promise<void> {
  const element = await poll(`${what} that stands still`, async () => {
    const found = await find();
    return found !== null && (await found.evaluate(standsStill)) ? found : null;
  });
  await element.click();
}

/**
 * Runs in the page. Brings the element away from the edge, where a header that stays may lie over it, and says whether a
 * press would meet it: it is where it was 50 ms before, and it is what lies there. A line that comes late moves a button.
 */
async function standsStill(element: Element): Promise<boolean> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  const { left, top, width, height } = element.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2);
  return (
    element.isConnected &&
    left === before.left &&
    top === before.top &&
    met !== null &&
    (element.contains(met) || met.contains(element))
  );
}

/** Checks the box of this name, which is not checked. Pressed again where it moved away from under the press. */
export async function tick(page: Page, name: string | RegExp): Promise<void> {
  await poll(`checkbox "${String(name)}" checked`, async () => {
    const box = await control(page, 'checkbox', name);
    const isChecked = () => box.evaluate((element) => element instanceof HTMLInputElement && element.checked);
    if (await isChecked()) return true;
    await box.evaluate(standsStill);
    await box.click();
    return (await isChecked()) ? true : null;
  });
}

/** The control as it is now, or null. */
export async function findControl(
  page: Page,
  role: Role,
  name: string | RegExp,
): Promise<ElementHandle | null> {
  const [source, flags] = typeof name === 'string' ? [null, ''] : [name.source, name.flags];
  const handle = await page.evaluateHandle(
    findInPage,
    role,
    typeof name === 'string' ? name : '',
    source,
    flags,
  );
  const element = handle.asElement();
  if (element === null) await handle.dispose();
  return element as ElementHandle | null;
}

/** The text that a person sees on the page; empty while there is no body yet, and while the page is just being opened. */
export async function visibleText(page: Page): Promise<string> {
  try {
    return await page.evaluate(() => document.querySelector('body')?.innerText ?? '');
  } catch (error) {
    if (/Execution context was destroyed/.test(String(error))) return '';
    throw error;
  }
}

/** Waits until the page shows this text. */
export async function shows(page: Page, text: string | RegExp): Promise<void> {
  await poll(`the text "${String(text)}"`, async () => {
    const seen = await visibleText(page);
    return (typeof text === 'string' ? seen.includes(text) : text.test(seen)) ? true : null;
  }).catch(async (error: unknown) => {
    throw new Error(`${String(error)}; the page shows:\n${await visibleText(page)}`, { cause: error });
  });
}

/**
 * Runs in the page. Names by the parts of the accessible name computation that our pages use. Without functions of its
 * own that have names: tsx would wrap them in a helper that the page does not have.
 */
function findInPage(role: string, name: string, source: string | null, flags: string): Element | null {
  const implicit: Record<string, string> = {
    button: 'button, summary, input[type=submit], input[type=button]',
    link: 'a[href]',
    textbox: 'input:not([type]), input[type=text], textarea, [contenteditable=true]',
    heading: 'h1, h2, h3, h4, h5, h6',
    listitem: 'li',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    status: 'output',
  };
  const selector = [`[role=${role}]`, ...(implicit[role] === undefined ? [] : [implicit[role]])].join(', ');
  for (const element of document.querySelectorAll(selector)) {
    const explicit = element.getAttribute('role');
    if (explicit !== null && explicit !== role) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const accessibleName = [
      labelledBy.map((id) => document.getElementById(id)?.textContent).join(' '),
      element.getAttribute('aria-label'),
      labels.map((label) => label.textContent).join(' '),
      element instanceof HTMLInputElement ? '' : element.textContent,
      element.getAttribute('title'),
      element.getAttribute('placeholder'),
    ]
      .map((candidate) => (candidate ?? '').replace(/\s+/g, ' ').trim())
      .find((candidate) => candidate !== '');
    if (accessibleName === undefined) continue;
    const matches =
      source === null
        ? accessibleName === name.replace(/\s+/g, ' ')
        : new RegExp(source, flags).test(accessibleName);
    if (matches) return element;
  }
  return null;
}
