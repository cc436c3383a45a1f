import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser/page-tab.ts';
import { table } from '../statistics.ts';
import { clipManuals } from './clip-manuals.ts';
import { manualPages } from './manual-pages.ts';
import { getManuals } from './manual-packages.ts';
import type { PageScore } from './score-page.ts';

/**
 * npm run bench:manuals -- --dir DIR [--get] [--pages n] [--seed n] [--only PATTERN] [--verbose]
 * Real manuals, one in each folder of DIR; `--get` gets Debian's there first. The truth is the pages' own: lines that a
 * person sees on a third of a manual's pages are its template, all others its content.
 */
const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    get: { type: 'boolean', default: false },
    pages: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.dir === undefined) {
  console.error(
    'usage: npm run bench:manuals -- --dir DIR [--get] [--pages n] [--seed n] [--only PATTERN] [--verbose]',
  );
  process.exit(2);
}
if (values.get) getManuals(values.dir);
const manuals = manualPages(values.dir, Number(values.pages), Number(values.seed), new RegExp(values.only));
const browser = await launchBrowser();
const scores = await clipManuals(browser, manuals);
await browser.close();

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
}

function sum(pages: readonly PageScore[], value: (page: PageScore) => number): number {
  return pages.reduce((total, page) => total + value(page), 0);
}

function keptOf({ kept, content }: PageScore): number {
  return kept / content;
}

function rowOf(name: string, pages: readonly PageScore[]): readonly string[] {
  const code = sum(pages, (page) => page.code.all);
  return [
    name,
    String(pages.length),
    share(
      sum(pages, ({ kept }) => kept),
      sum(pages, ({ content }) => content),
    ),
    share(
      sum(pages, ({ template }) => template),
      sum(pages, ({ written }) => written),
    ),
    `${sum(pages, (page) => page.code.exact)}/${code}`,
    String(pages.filter((page) => keptOf(page) < 0.95).length),
    String(pages.filter((page) => keptOf(page) < 0.97 && page.complete).length),
  ];
}

const rows = [...scores].map(([name, pages]) => rowOf(name, pages));
const head = [
  'manual',
  'pages',
  'content kept, %',
  'template let in, %',
  'code exact',
  'under 95 %',
  'under 97 % and Complete',
];
console.log(table(head, [...rows, rowOf('all', [...scores.values()].flat())]));
if (values.verbose) {
  const worst = [...scores.values()]
    .flat()
    .filter((page) => keptOf(page) < 0.97)
    .toSorted((a, b) => keptOf(a) - keptOf(b));
  for (const page of worst) {
    console.log(
      `${share(page.kept, page.content)} % ${page.complete ? 'Complete ' : ''}${page.id}, code ${page.code.exact}/${page.code.all}`,
    );
    for (const line of page.lost) console.log(`    lost: ${line.slice(0, 160)}`);
  }
}
