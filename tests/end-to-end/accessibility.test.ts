import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { launch } from '../harness/launch.ts';
import type { PageName } from '../harness/running-extension.ts';
import { everyConstruct } from '../pages/reader/every-construct.ts';
import { seedClips } from './seed-clips.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return await page.evaluate(async (runOnly) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await run.run(document, { runOnly });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, standards);
}

const places: readonly (readonly [PageName, string])[] = [
  ['library', ''],
  ['library', '?view=snippets'],
  ['library', '?view=tags'],
  ['library', '?view=highlights'],
  ['library', '?q=is:trash'],
  ['library', '?q=nothingatall'],
  ['options', ''],
  ['jobs', ''],
  ['popup', ''],
  ['panel', ''],
  ['welcome', ''],
];

/** Colours are the same in every language, names are not: the second language is looked at in one theme. */
function themesOf(name: PageName, language: 'en' | 'zh-CN'): readonly string[] {
  if (language === 'zh-CN') return ['light'];
  return name === 'reader' ? ['light', 'dark', 'sepia'] : ['light', 'dark'];
}

test.each(['en', 'zh-CN'] as const)('axe finds nothing in any page and theme (%s)', async (language) => {
  const app = await launch('chromium', { headless: true, language });
  try {
    const seed = await app.openPage('options');
    const [id = ''] = await seedClips(seed, [
      { title: 'Pools 连接池', own: ['go', 'k8s'], html: everyConstruct },
      { title: 'Queues', own: ['kubernetes'] },
    ]);
    const found: string[] = [];
    for (const [name, query] of [...places, ['reader', `?id=${id}`] as const]) {
      const page = await app.openPage(name, query);
      await page.waitForFunction(() => document.querySelector('h1, .page-title, h2') !== null);
      if (name === 'reader') await page.waitForSelector('.article-end');
      for (const theme of themesOf(name, language)) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset['theme'] = chosen;
        }, theme);
        found.push(...(await violations(page)).map((each) => `${name}${query} ${theme}: ${each}`));
      }
      await page.close();
    }
    expect(found).toEqual([]);
  } finally {
    await app.close();
  }
});
