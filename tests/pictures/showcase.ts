import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { localeOf, messagesOf } from '../../build/locales.ts';
import { guideLanguages as guides } from '../../build/guide.ts';
import { inProject } from '../../build/paths.ts';
import { launch } from '../harness/launch.ts';
import { serveNamedSamples } from '../harness/serve-samples.ts';
import { clipSamples } from './clip-samples.ts';
import { createCamera, wear } from './camera.ts';
import { type Canvas, draw, popupOver, promoTile } from './compose.ts';
import { liveIn } from './lived-in.ts';
import { takeForGuide } from './guide-pictures.ts';
import { type Studio, articleQuery, chinese, english, onPage, openPopup, writeSmall } from './studio.ts';

const guideLanguages = new Set<string>(Object.values(guides));
const readmeCanvas: Canvas = { width: 1100, height: 700, scale: 1.5 };
/** 1280 × 800 device pixels, the size that stores ask for, at a size of type that one can read there. */
const storeCanvas: Canvas = { width: 1024, height: 640, scale: 1.25 };

/**
 * The pictures that others see: docs/images (README), docs/guide, store/screenshots and store/tiles. The real extension in a real
 * window, with the sample articles clipped by its button.
 */
export async function takeShowcase(language: string): Promise<void> {
  const sites = await serveNamedSamples();
  const app = await launch('chromium', {
    headless: false,
    language,
    scale: 2,
    resolverRules: sites.resolverRules,
  });
  try {
    const camera = await createCamera(inProject('.cache/pictures'), {
      browser: 'chromium',
      language,
      themes: [],
    });
    // A stage without a blog: none of its scenes is played.
    const blog = { at: () => '', hosts: [], requests: [], close: () => Promise.resolve() };
    await clipSamples({ app, sites, blog, language, camera, widths: [] }, 12);
    const own = await app.openPage('options');
    await liveIn(own, Date.now());
    await own.close();
    const studio = { app, sites, language, ...(language.startsWith('zh') ? chinese : english) };
    // First, since a popup opens with what was searched for on its page a moment ago.
    if (guideLanguages.has(language)) await takeForGuide(studio);
    if (language === 'en') await takeForReadme(studio);
    await takeForStores(studio);
    for (const problem of app.takeProblems()) console.log(`problem  ${problem}`);
  } finally {
    await Promise.all([app.close(), sites.close()]);
  }
}

async function takeForReadme(studio: Studio): Promise<void> {
  const folder = inProject('docs/images');
  await mkdir(folder, { recursive: true });
  for (const [theme, suffix] of [
    ['light', ''],
    ['dark', '-dark'],
  ] as const) {
    const popup = await openPopup(studio, { search: studio.search });
    await wear(popup, 'chromium', theme);
    await writeSmall(popup, join(folder, `popup${suffix}.webp`));
    await studio.app.closePopup();
    await onPage(studio, 'library', '', readmeCanvas, theme, (page) =>
      writeSmall(page, join(folder, `library${suffix}.webp`)),
    );
    await onPage(studio, 'reader', await articleQuery(studio), readmeCanvas, theme, (page) =>
      writeSmall(page, join(folder, `reader${suffix}.webp`)),
    );
  }
}

async function takeForStores(studio: Studio): Promise<void> {
  const { language, app, sites, article } = studio;
  const folder = inProject('store/screenshots');
  const tiles = inProject('store/tiles');
  await Promise.all([folder, tiles].map((each) => mkdir(each, { recursive: true })));
  const file = (name: string) => join(folder, `${name}.${localeOf(language)}.png`);
  const shoot = (page: Page) => page.screenshot({ type: 'png' });
  const shot = await onPage(studio, 'library', '', storeCanvas, 'light', shoot);
  const reader = await articleQuery(studio);
  await writeFile(file('1-library'), shot);
  await writeFile(file('3-reader'), await onPage(studio, 'reader', reader, storeCanvas, 'light', shoot));
  await writeFile(
    file('4-snippets'),
    await onPage(studio, 'library', '?view=snippets&q=lang%3Ago', storeCanvas, 'light', shoot),
  );
  await writeFile(file('5-dark'), await onPage(studio, 'reader', reader, storeCanvas, 'dark', shoot));

  const tab = await app.openTab(sites.at(article.site, article.path));
  await tab.setViewport({ width: storeCanvas.width, height: storeCanvas.height, deviceScaleFactor: 1.25 });
  const behind = await shoot(tab);
  await tab.close();
  const popup = await openPopup(studio, { search: studio.search });
  await wear(popup, 'chromium', 'light');
  const over = popupOver(behind, await shoot(popup));
  await app.closePopup();

  const canvas = await app.openTab('about:blank');
  await draw(canvas, over, storeCanvas, file('2-popup'));
  const line = messagesOf(localeOf(language))['extensionDescription']?.message ?? '';
  const name = (size: string) => join(tiles, `${size}.${localeOf(language)}.png`);
  await draw(canvas, await promoTile(line), { width: 440, height: 280, scale: 1 }, name('small-440x280'));
  await draw(
    canvas,
    await promoTile(line, shot),
    { width: 1400, height: 560, scale: 1 },
    name('marquee-1400x560'),
  );
  await canvas.close();
}
