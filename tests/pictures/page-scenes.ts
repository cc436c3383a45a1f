import type { KeyInput, Page } from 'puppeteer-core';
import type { PageName } from '../harness/running-extension.ts';
import type { Scene, Stage } from './stage.ts';

const manySizes = [0, 12, 10_000] as const;
const allSizes = [0, 1, 12, 10_000] as const;

/** A page in a tab, in each width, after what is done on it: then in a tab of its own for each. */
async function photograph(
  stage: Stage,
  { page: name, query = '', act }: Shot,
  picture: string,
): Promise<void> {
  const open = async () => {
    const page = await stage.app.openPage(name, query);
    await page.waitForSelector(name === 'reader' ? '.article-end' : 'h1, h2');
    return page;
  };
  let page = await open();
  for (const [place, width] of stage.widths.entries()) {
    if (act !== undefined && place > 0) {
      await page.close();
      page = await open();
    }
    await page.setViewport({ width, height: 860, deviceScaleFactor: width > 800 ? 1 : 2 });
    await act?.(page);
    await stage.camera.take(page, `${picture}-${String(width)}`);
  }
  await page.close();
}

interface Shot {
  readonly page: PageName;
  readonly query?: string;
  readonly act?: (page: Page) => Promise<unknown>;
}

/** A clip from this site. */
export async function clipOf({ app }: Stage, site: string): Promise<string> {
  const page = await app.openPage('library');
  await page.waitForSelector('.library-row');
  const id = await page.evaluate((start) => {
    const row = [...document.querySelectorAll('.library-row')].findLast((each) =>
      each.querySelector('.row-site')?.textContent.startsWith(start),
    );
    return new URL(row?.querySelector('a')?.href ?? 'x:').searchParams.get('id');
  }, site);
  await page.close();
  return id ?? '';
}

const press = (key: KeyInput) => (page: Page) => page.keyboard.press(key);

const readerActs: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  '-end': (page) => page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })),
  '-print': (page) => page.emulateMediaType('print'),
  '-edit': async (page) => {
    await page.keyboard.press('e');
    await (await page.waitForSelector('.edit-dialog [role=combobox]'))?.focus();
  },
  '-type': press('a'),
  '-more': press('m'),
  '-help': press('?'),
};

const libraryActs: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  hover: (page) => page.hover('.library-row'),
  selected: async (page) => {
    for (const key of ['j', 'x', 'j', 'x'] as const) await page.keyboard.press(key);
  },
  palette: async (page) => {
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
  },
  help: press('?'),
  statistics: async (page) => {
    for (const key of ['g', 'n'] as const) await page.keyboard.press(key);
  },
  tagging: async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('t');
  },
};

function pageScene(
  name: string,
  page: PageName,
  query = '',
  sizes: readonly Scene['clips'][] = manySizes,
): readonly Scene[] {
  return sizes.map((clips) => ({
    name: `${name}-${String(clips)}`,
    clips,
    take: (stage) => photograph(stage, { page, query }, `${name}-${String(clips)}`),
  }));
}

export const pageScenes: readonly Scene[] = [
  ...pageScene('library', 'library', '', allSizes),
  ...pageScene('library-search', 'library', '?q=负载均衡'),
  ...pageScene('library-snippets', 'library', '?view=snippets'),
  ...pageScene('library-tags', 'library', '?view=tags'),
  ...pageScene('library-highlights', 'library', '?view=highlights'),
  ...pageScene('library-trash', 'library', '?q=is:trash'),
  ...pageScene('jobs', 'jobs'),
  ...pageScene('settings', 'options'),
  ...pageScene('panel', 'panel'),
  ...pageScene('welcome', 'welcome').filter(({ clips }) => clips === 0),
  ...['', '-end', '-print', '-edit', '-type', '-more', '-help'].map((part): Scene => ({
    name: `reader${part}`,
    clips: 12,
    take: async (stage) => {
      const query = `?id=${await clipOf(stage, 'yunshan')}`;
      const act = readerActs[part];
      await photograph(stage, { page: 'reader', query, ...(act && { act }) }, `reader${part}`);
    },
  })),
  ...Object.entries(libraryActs).map(([part, act]): Scene => ({
    name: `library-${part}`,
    clips: 12,
    take: (stage) => photograph(stage, { page: 'library', act }, `library-${part}`),
  })),
];
