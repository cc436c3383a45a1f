/**
 * `npm run pictures`: every page and state of the built extension in real windows, into a folder, so that anyone can look.
 *
 *   npm run pictures -- [--only popup] [--folder .cache/pictures] [--language en,zh-CN,…|all] [--browser chromium|firefox]
 *                       [--theme light|dark|sepia|forced] [--widths 400,1280] [--clips 10000]
 *   npm run pictures -- --all         every theme, width, size of library and browser: see `everything`
 *   npm run pictures -- --showcase    those of the README and of the stores: docs/images, store/screenshots, store/tiles
 *
 * `--only popup,reader` takes the scenes whose names begin so. Without `--language`: English and 简体中文; without `--theme`: light and dark.
 * A window of half the width is one of 200 % zoom: `--widths 640` is 1280. Says what leaves its window or
 * lies over a control, and ends with an error then.
 */
import { resolve } from 'node:path';
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
import { openDisplay } from '../harness/display.ts';
import { highlightScenes } from './highlight-scenes.ts';
import { pageScenes } from './page-scenes.ts';
import { popupScenes } from './popup-scenes.ts';
import { takeShowcase } from './showcase.ts';
import type { Stage } from './stage.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: '.cache/pictures' },
    language: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    theme: { type: 'string' },
    widths: { type: 'string', default: '400,1280' },
    clips: { type: 'string', default: '12' },
    scale: { type: 'string', default: '2' },
    showcase: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});

/** One browser at a time, started anew for each language. */
interface Pass {
  readonly browser: Look['browser'];
  readonly themes: readonly Theme[];
  readonly widths: readonly number[];
  readonly clips: number;
  /** Scenes by how their names begin. */
  readonly only: readonly string[];
}

const chosen = values.language === 'all' ? languages : (values.language ?? 'en,zh-CN').split(',');
const browser = values.browser === 'firefox' ? 'firefox' : 'chromium';

const usual: Pass = {
  browser,
  // Firefox's automation cannot choose the theme.
  themes: browser === 'firefox' ? ['light'] : themesNamed(values.theme),
  widths: values.widths.split(',').map(Number),
  clips: Number(values.clips),
  only: values.only.split(','),
};

const everything: readonly Pass[] = [
  usual,
  {
    ...usual,
    themes: ['light'],
    widths: [320, 640, 768, 1024, 1440],
    only: ['library', 'reader', 'settings', 'jobs', 'welcome'],
  },
  { ...usual, themes: ['sepia', 'forced'] },
  { ...usual, themes: ['light'], clips: 10_000 },
  {
    ...usual,
    browser: 'firefox',
    themes: ['light'],
    only: ['popup', 'library', 'reader', 'settings', 'jobs'],
  },
];

let faults = 0;
if (values.showcase) {
  await buildExtension({ browser: 'chrome', watch: false });
  await onDisplay(async () => {
    for (const language of chosen) await takeShowcase(language);
  });
} else for (const pass of values.all ? everything : [usual]) faults += await takePass(pass);
process.exitCode = faults === 0 ? process.exitCode : 1;

function themesNamed(name: string | undefined): readonly Theme[] {
  const all = ['light', 'dark', 'sepia', 'forced'] as const satisfies readonly Theme[];
  return name === undefined ? ['light', 'dark'] : all.filter((each) => each === name);
}

/** How many pictures show a fault. */
async function takePass(pass: Pass): Promise<number> {
  await buildExtension({ browser: pass.browser === 'chromium' ? 'chrome' : 'firefox', watch: false });
  let found = 0;
  await onDisplay(async () => {
    for (const language of chosen) found += await takeAll(pass, language);
  });
  return found;
}

async function onDisplay(use: () => Promise<void>): Promise<void> {
  const display = await openDisplay(2_900, 2_000);
  try {
    await use();
  } finally {
    display.close();
  }
}

async function takeAll(pass: Pass, language: string): Promise<number> {
  const folder = resolve(inProject(), values.folder);
  const camera = await createCamera(folder, { ...pass, language });
  const [sites, blog] = await Promise.all([serveSamples(), serveBlog()]);
  const app = await launch(pass.browser, {
    headless: false,
    language,
    scale: Number(values.scale),
  });
  const many = pass.clips > 12;
  const scenes = [...popupScenes, ...pageScenes, ...highlightScenes].filter(
    ({ name, clips }) => pass.only.some((start) => name.startsWith(start)) && (clips === 10_000) === many,
  );
  const stage: Stage = { app, sites, blog, language, camera, widths: pass.widths };
  try {
    if (many) await fill(stage, pass.clips);
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
