/**
 * `npm start`: builds the extension and starts a browser with it, in a throw-away profile, on a site of sample articles.
 * Without a display it takes the tour instead (tour/tour.ts), in real windows on a virtual display where there is Xvfb.
 *
 *   npm start -- [--browser chromium|firefox] [--tour] [--language en|zh-CN|…] [--theme light|dark]
 */
import { parseArgs } from 'node:util';
import { type BrowserKind, findBrowser } from '../tests/harness/find-browser.ts';
import { type Display, hasVirtualDisplay, openDisplay } from '../tests/harness/display.ts';
import { launch } from '../tests/harness/launch.ts';
import { serveSamples } from '../tests/harness/serve-samples.ts';
import { buildExtension } from './extension.ts';
import { languages } from './locales.ts';
import { inProject } from './paths.ts';
import { takeTour } from './tour/tour.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    tour: { type: 'boolean', default: false },
    language: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'light' },
  },
});

function chosenBrowser(): BrowserKind {
  if (values.browser === 'chromium' || values.browser === 'firefox') return values.browser;
  if (values.browser !== undefined)
    throw new Error(`--browser is chromium or firefox, not ${values.browser}`);
  return findBrowser('chromium') === null && findBrowser('firefox') !== null ? 'firefox' : 'chromium';
}

function hasDisplay(): boolean {
  const { platform, env } = process;
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

const kind = chosenBrowser();
const isTour = values.tour || !hasDisplay();
// Headless, browsers show what they show to fingers.
const display: Display | null = isTour && hasVirtualDisplay() ? await openDisplay(1400, 1000) : null;
const headless = isTour && display === null;
const theme = values.theme === 'dark' ? 'dark' : 'light';
const { language } = values;
if (!languages.includes(language)) throw new Error(`--language is one of ${languages.join(', ')}`);
await buildExtension({ browser: kind === 'chromium' ? 'chrome' : 'firefox', watch: false });
const sites = await serveSamples(isTour ? 0 : 4177).catch(() => serveSamples());
const app = await launch(kind, { headless, language });
if (isTour) {
  if (headless) console.log('There is no Xvfb here: the pictures are of a browser without a window.');
  console.log(
    values.tour ? 'The tour:' : 'There is no display here, so this is a tour of what you would see:',
  );
  try {
    process.exitCode = (await takeTour({ app, sites, folder: inProject('dist/tour'), language, theme }))
      ? 0
      : 1;
  } finally {
    await app.close();
    display?.close();
  }
} else {
  await app.openTab(sites.at('home'));
  console.log(
    `Clipshelf is in the toolbar of the browser that has just opened; sample articles: ${sites.at('home')}`,
  );
  console.log('Close the browser to end.');
  await app.gone();
}
await sites.close();
