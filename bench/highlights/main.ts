/**
 * Highlights painted over a long article in real Chromium: all of them at once, those of a code block that was coloured, and
 * frames while scrolling. Times are ms, median (10th – 90th percentile).
 *
 *   npm run bench:highlights -- [--paragraphs 400] [--counts 0,50,500] [--runs 15]
 */
import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser } from '../browser/page-tab.ts';
import { quantile, spread, table } from '../statistics.ts';
import type { Painted } from './in-page.ts';

const { values } = parseArgs({
  options: {
    paragraphs: { type: 'string', default: '400' },
    counts: { type: 'string', default: '0,50,500' },
    runs: { type: 'string', default: '15' },
  },
});

const script = await bundleScript('bench/highlights/in-page.ts');
const browser = await launchBrowser();
try {
  const rows: (readonly string[])[] = [];
  for (const count of values.counts.split(',')) {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><body></body>');
    const found = (await page.evaluate(
      `(() => { const run = eval(${JSON.stringify(script)}); return run(${values.paragraphs}, ${count}, ${values.runs}); })()`,
    )) as Painted;
    rows.push([
      count,
      String(found.ranges),
      spread(found.paint),
      spread(found.dressed),
      [0.5, 0.95, 1].map((share) => quantile(found.frames, share).toFixed(1)).join(' / '),
    ]);
    await page.close();
  }
  const head = [
    'highlights',
    'ranges',
    'paint all',
    'paint a coloured block again',
    'frame: p50 / p95 / max',
  ];
  console.log(table(head, rows));
} finally {
  await browser.close();
}
