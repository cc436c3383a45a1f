import type { Page } from 'puppeteer-core';

/** Milliseconds from the start of the navigation until the frame in which the element stands, by the page's own clock. */
export async function until(page: Page, address: string, selector: string): Promise<number> {
  await page.goto('about:blank');
  const { identifier } = await page.evaluateOnNewDocument(markWhenItStands, selector);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => performance.getEntriesByName('stands').length > 0, { polling: 'raf' });
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  return await page.evaluate(() => performance.getEntriesByName('stands')[0]?.startTime ?? Number.NaN);
}

/** Runs in the page. No inner function has a name, since tsx would look for its helper. */
function markWhenItStands(selector: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    // After the frame that draws it.
    requestAnimationFrame(() => setTimeout(() => performance.mark('stands')));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the next key or click that `act` gives until an element of `selector` has this text. */
export async function reaction(
  page: Page,
  act: () => Promise<unknown>,
  selector: string,
  text: string,
): Promise<number> {
  await page.evaluate(markReaction, selector, text);
  await act();
  await page.waitForFunction(() => performance.getEntriesByName('reacted').length > 0, { polling: 'raf' });
  return await page.evaluate(() => performance.getEntriesByName('reacted')[0]?.duration ?? Number.NaN);
}

/** Runs in the page. */
function markReaction(selector: string, text: string): void {
  performance.clearMarks();
  performance.clearMeasures();
  for (const type of ['keydown', 'click'])
    document.addEventListener(type, () => performance.mark('acted'), { capture: true, once: true });
  const observer = new MutationObserver(() => {
    if (performance.getEntriesByName('acted').length === 0) return;
    if (![...document.querySelectorAll(selector)].some((each) => each.textContent === text)) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => performance.measure('reacted', { start: 'acted', end: performance.now() })),
    );
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
}

const pause = 600;

/** Types the word letter by letter, and gives for each letter the milliseconds until the page changed for it. */
export async function keystrokes(page: Page, word: string): Promise<readonly number[]> {
  await page.evaluate(watchKeys);
  for (const letter of word) {
    await page.keyboard.type(letter);
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
  return await page.evaluate(() => performance.getEntriesByName('answered').map(({ duration }) => duration));
}

/** Runs in the page. The answer to a letter is the first change among the rows: those of the word before stand until then. */
function watchKeys(): void {
  performance.clearMeasures();
  let typed = Number.NaN;
  document.addEventListener('input', () => (typed = performance.now()), true);
  new MutationObserver((changes) => {
    const start = typed;
    if (Number.isNaN(start)) return;
    const isAnswer = changes.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element !== null && element.closest('.windowed') !== null;
    });
    if (!isAnswer) return;
    typed = Number.NaN;
    requestAnimationFrame(() =>
      setTimeout(() => performance.measure('answered', { start, end: performance.now() })),
    );
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
