import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Popup } from '../../tests/harness/popup.ts';
import { type SampleArticle, sampleArticles } from '../../tests/harness/samples.ts';
import type { PageName } from '../../tests/harness/running-extension.ts';
import { pageNames } from '../bundles.ts';
import { highlight } from './highlight.ts';
import { type Step, type Tour, newestClip, takePicture } from './stage.ts';
import { sync } from './sync.ts';

const ownPages: readonly PageName[] = ['library', 'reader', 'options'];

const queries: readonly { readonly query: string; readonly what: string }[] = [
  { query: '负载均衡', what: 'Chinese' },
  { query: '主从复制 雪崩', what: 'Chinese, two words' },
  { query: 'memory pressure', what: 'English' },
  { query: 'MADV_FREE', what: 'an identifier' },
  { query: 'nodefraction', what: 'part of an option' },
  { query: 'k8s 连接 OR kubernetes 连接', what: 'mixed' },
  { query: 'lang:rust try_send', what: 'code of one language' },
  { query: 'tag:前端', what: 'a tag' },
];

/**
 * What a person would do, by the real toolbar button: clips every sample article with its tags, searches, highlights a
 * passage, syncs the library into a Git repository on this machine, and leaves a screenshot of each page. True where all
 * of it came about.
 */
export async function takeTour(tour: Tour): Promise<boolean> {
  const { app, folder } = tour;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let failures = 0;
  for (const [place, sample] of sampleArticles.entries()) {
    const picture = join(folder, `clip-${String(place + 1).padStart(2, '0')}-${sample.site}.png`);
    if (!(await clip(tour, sample, picture))) failures += 1;
  }
  failures += await search(tour);
  for (const step of [highlight, sync]) failures += await attempt(tour, step);
  for (const name of ownPages) {
    if (pageNames().includes(name)) await photograph(tour, name);
  }
  const problems = app.takeProblems();
  for (const problem of problems) console.log(`  problem   ${problem}`);
  console.log(`\nScreenshots: ${relative(process.cwd(), folder) || folder}`);
  return failures === 0 && problems.length === 0;
}

async function clip(tour: Tour, sample: SampleArticle, picture: string): Promise<boolean> {
  const { app, sites, language } = tour;
  const tab = await app.openTab(sites.at(sample.site, sample.path));
  try {
    const page = await app.openPopup(tab);
    const popup = new Popup(page, language);
    await popup.read();
    await popup.addTags(sample.tags);
    await popup.press('clip');
    await popup.saved();
    await takePicture(tour, page, picture);
    console.log(`  clipped   ${sample.title}\n            ${sample.generator}; #${sample.tags.join(' #')}`);
    return true;
  } catch (error) {
    console.log(`  NOT       ${sample.title}: ${String(error)}`);
    return false;
  } finally {
    await app.closePopup();
    await tab.close();
  }
}

/** How many searches found nothing. */
async function search(tour: Tour): Promise<number> {
  const { app, sites, folder, language } = tour;
  const page = await app.openPopup(await app.openTab(sites.at('home')));
  const popup = new Popup(page, language);
  let failures = 0;
  for (const [place, { query, what }] of queries.entries()) {
    await popup.search(query);
    const [row] = await popup.settledRows();
    if (row === undefined) failures += 1;
    await takePicture(tour, page, join(folder, `search-${String(place + 1)}.png`));
    console.log(`  searched  ${query}  (${what})`);
    console.log(
      row === undefined
        ? '            found nothing'
        : `            ${row.title}\n            ${row.passage}`,
    );
  }
  await app.closePopup();
  return failures;
}

/** 1 where it failed, which is said. */
async function attempt(tour: Tour, step: Step): Promise<number> {
  try {
    await step(tour);
    return 0;
  } catch (error) {
    console.log(`  NOT       ${step.name}: ${String(error)}`);
    return 1;
  }
}

async function photograph(tour: Tour, name: PageName): Promise<void> {
  const { app, folder } = tour;
  const page = await app.openPage(name, name === 'reader' ? await newestClip(app) : '');
  await sleep(1_000);
  await takePicture(tour, page, join(folder, `page-${name}.png`));
  await page.close();
  console.log(`  opened    the ${name} page`);
}
