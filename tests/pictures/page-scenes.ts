import type { PageName } from '../harness/running-extension.ts';
import { Popup } from '../harness/popup.ts';
import type { Scene, Stage } from './stage.ts';

const allClips = [0, 12, 10_000] as const;

/** A page in a tab, in each width. */
async function photograph(stage: Stage, name: PageName, query: string, picture: string): Promise<void> {
  const page = await stage.app.openPage(name, query);
  await page.waitForFunction(() => document.querySelector('h1, h2') !== null);
  for (const width of stage.widths) {
    await page.setViewport({ width, height: 860, deviceScaleFactor: width > 800 ? 1 : 2 });
    await stage.camera.take(page, `${picture}-${String(width)}`);
  }
  await page.close();
}

async function newestClip({ app }: Stage): Promise<string> {
  const page = await app.openPage('popup');
  const [first] = await new Popup(page).settledRows();
  await page.close();
  return first?.id ?? '';
}

function pageScene(name: string, page: PageName, query = ''): readonly Scene[] {
  return allClips.map((clips) => ({
    name: `${name}-${String(clips)}`,
    clips,
    take: (stage) => photograph(stage, page, query, `${name}-${String(clips)}`),
  }));
}

export const pageScenes: readonly Scene[] = [
  ...pageScene('library', 'library'),
  ...pageScene('library-search', 'library', '?q=负载均衡'),
  ...pageScene('library-snippets', 'library', '?view=snippets'),
  ...pageScene('library-tags', 'library', '?view=tags'),
  ...pageScene('jobs', 'jobs'),
  ...pageScene('settings', 'options'),
  ...pageScene('panel', 'panel'),
  ...pageScene('welcome', 'welcome').filter(({ clips }) => clips === 0),
  {
    name: 'reader',
    clips: 12,
    take: async (stage) => photograph(stage, 'reader', `?id=${await newestClip(stage)}`, 'reader'),
  },
];
