/**
 * `npm run pictures`: every page and state of the built extension in real windows, into a folder, so that anyone can look.
 *
 *   npm run pictures -- [--only popup] [--folder .cache/pictures] [--language en,zh-CN,…|all] [--browser chromium|firefox]
 *                       [--theme light|dark|sepia|forced] [--widths 390,1280] [--clips 10000]
 *
 * `--only` takes the scenes whose names begin so. Without `--language`: English and 简体中文; without `--theme`: light and dark.
 * A window of half the width is one of 200 % zoom: `--widths 640` is 1280. Says what leaves its window or
 * lies over a control, and ends with an error then.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../../build/extension.ts';
import { languages } from '../../build/locales.ts';
import { inProject } from '../../build/paths.ts';
import { launch } from '../harness/launch.ts';
import { makeLibrary } from '../harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../harness/large-library/seed-library.ts';
import { serveBlog } from '../harness/serve-blog.ts';
import { serveSamples } from '../harness/serve-samples.ts';
import { type Look, type Theme, createCamera } from './camera.ts';
import { clipSamples } from './clip-samples.ts';
import { openDisplay } from './display.ts';
import { pageScenes } from './page-scenes.ts';
import { popupScenes } from './popup-scenes.ts';
import type { Stage } from './stage.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: '.cache/pictures' },
    language: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    theme: { type: 'string' },
    widths: { type: 'string', default: '390,1280' },
    clips: { type: 'string', default: '12' },
    scale: { type: 'string', default: '2' },
  },
});

const browser = values.browser === 'firefox' ? 'firefox' : 'chromium';
const chosen = values.language === 'all' ? languages : (values.language ?? 'en,zh-CN').split(',');
const themes = (['light', 'dark', 'sepia', 'forced'] as const satisfies readonly Theme[]).filter((each) =>
  values.theme === undefined
    ? each === 'light' || (each === 'dark' && browser === 'chromium')
    : values.theme === each,
);
const many = Number(values.clips) > 12;
const scenes = [...popupScenes, ...pageScenes].filter(
  ({ name, clips }) => name.startsWith(values.only) && (clips === 10_000) === many,
);

await buildExtension({ browser: browser === 'chromium' ? 'chrome' : 'firefox', watch: false });
const display = await openDisplay(2_900, 2_000);
let faults = 0;
try {
  for (const language of chosen) faults += await takeAll({ browser, language, themes });
} finally {
  display.close();
}
process.exitCode = faults === 0 ? 0 : 1;

/** How many pictures show a fault. */
async function takeAll(look: Look): Promise<number> {
  const folder = join(inProject(), values.folder);
  const camera = await createCamera(folder, look);
  const [sites, blog] = await Promise.all([serveSamples(), serveBlog()]);
  const app = await launch(browser, {
    headless: false,
    language: look.language,
    scale: Number(values.scale),
  });
  const widths = values.widths.split(',').map(Number);
  const stage: Stage = { app, sites, blog, language: look.language, camera, widths };
  try {
    if (many) await fill(stage, Number(values.clips));
    for (const clips of [0, 1, 12, 10_000] as const) {
      const due = scenes.filter((scene) => scene.clips === clips);
      if (due.length > 0 && !many) await clipSamples(stage, clips);
      for (const { name, take } of due) {
        await take(stage).catch((error: unknown) => {
          console.log(`NOT  ${name}: ${String(error).slice(0, 600)}`);
          process.exitCode = 1;
        });
        await app.closePopup();
      }
    }
    for (const problem of app.takeProblems()) console.log(`problem  ${problem}`);
  } finally {
    await camera.bind();
    await Promise.all([app.close(), sites.close(), blog.close()]);
  }
  return camera.faults.length;
}

async function fill({ app }: Stage, count: number): Promise<void> {
  const page = await app.openPage('options');
  await seedLibrary(page, makeLibrary(count, Date.now()));
  await indexIsReady(page);
  await page.close();
}
