import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';

/** `forced`: the colours of the user's system in place of ours. */
export type Theme = 'light' | 'dark' | 'sepia' | 'forced';

export interface Look {
  readonly browser: 'chromium' | 'firefox';
  readonly language: string;
  readonly themes: readonly Theme[];
}

/** What a page's layout does that no page's should. */
interface Fault {
  readonly name: string;
  readonly what: string;
}

export interface Camera {
  /** Photographs what the window shows, once in each theme. */
  readonly take: (page: Page, name: string) => Promise<void>;
  readonly faults: readonly Fault[];
  /** A page that shows all pictures, in the folder. */
  readonly bind: () => Promise<void>;
}

export async function createCamera(folder: string, look: Look): Promise<Camera> {
  await mkdir(folder, { recursive: true });
  const taken: string[] = [];
  const faults: Fault[] = [];
  return {
    faults,
    async take(page, name) {
      for (const theme of look.themes) {
        const file = `${name}.${look.language}.${look.browser}.${theme}.png`;
        await wear(page, look.browser, theme);
        // Animations and the answer to the last key.
        await sleep(250);
        await page.screenshot({ path: join(folder, file) });
        const what = await page.evaluate(findFaults);
        if (what !== '') faults.push({ name: file, what });
        taken.push(file);
        console.log(`${what === '' ? '   ' : 'BAD'}  ${file}  ${what}`);
      }
    },
    bind: async () => {
      const figures = taken.map(
        (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
      );
      const style = 'figure{display:inline-block;margin:12px;vertical-align:top}img{max-width:480px}';
      await writeFile(
        join(folder, `index.${look.language}.${look.browser}.html`),
        `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${style}</style>${figures.join('\n')}`,
      );
    },
  };
}

/** Kept open: with its session a theme ends. */
const sessions = new WeakMap<Page, CDPSession>();

/** Puts the page into this theme. */
export async function wear(page: Page, browser: Look['browser'], theme: Theme): Promise<void> {
  // Firefox's automation cannot choose the theme; the look asks it for one only.
  if (browser === 'firefox') return;
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  const isPrint = await page.evaluate(() => matchMedia('print').matches);
  await session.send('Emulation.setEmulatedMedia', {
    media: isPrint ? 'print' : '',
    features: [
      { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
    ],
  });
  await page.evaluate((sepia) => {
    if (sepia) document.documentElement.dataset['theme'] = 'sepia';
    else delete document.documentElement.dataset['theme'];
  }, theme === 'sepia');
}

/** Runs in the page. */
function findFaults(): string {
  const root = document.documentElement;
  const faults: string[] = [];
  if (root.scrollWidth > innerWidth) faults.push(`${root.scrollWidth} px wide in ${innerWidth}`);
  // Words that one presses or reads to find the way are never cut; titles and excerpts of clips may be.
  const words =
    '.button, .menu-item, .frame-nav, .frame-nav a, .side-list a, .choice label, h2, summary, legend';
  for (const element of document.querySelectorAll<HTMLElement>(words)) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (getComputedStyle(element).overflowX === 'visible' || element.clientWidth < 8) continue;
    if (element.scrollWidth <= element.clientWidth) continue;
    faults.push(`cut: ${element.textContent.slice(0, 40)}`);
  }
  if (location.pathname.includes('/popup/')) {
    if (root.scrollHeight > innerHeight) faults.push(`${root.scrollHeight} px high in ${innerHeight}`);
    if (innerWidth > 400) faults.push(`a window of ${innerWidth} px`);
    if (root.scrollHeight > 600) faults.push(`${root.scrollHeight} px high`);
    for (const control of document.querySelectorAll('button, input, a[href], summary')) {
      const { left, top, width, height } = control.getBoundingClientRect();
      if (width < 2 || !control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const name = (control.getAttribute('aria-label') ?? control.textContent).slice(0, 30);
      if (left < 0 || left + width > innerWidth) faults.push(`leaves the window: ${name}`);
      // So is what an open dialog lies over.
      if (document.querySelector('dialog:modal') !== null && control.closest('dialog') === null) continue;
      // An open menu is meant to lie over the rest.
      if (document.querySelector('.menu-items') !== null && control.closest('.menu') === null) continue;
      const scroller = control.closest('.clips-scroll, .pick-list, .tag-input-box, .search-help');
      if (scroller !== null) continue;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit !== null && (control.contains(hit) || hit.contains(control) || hit.closest('label') !== null))
        continue;
      faults.push(`covered: ${name}`);
    }
  }
  return faults.join('; ');
}
