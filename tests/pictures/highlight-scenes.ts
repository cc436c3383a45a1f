import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import type { ClipBody } from '../../src/core/clip/clip.ts';
import type { HighlightColor, NewHighlight } from '../../src/core/highlight/highlight.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { Popup } from '../harness/popup.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { clipOf } from './page-scenes.ts';
import type { Scene, Stage } from './stage.ts';

const post = '2025/03/18/grpc-load-balancing/';

/** Of each color one, some with a note or tags, one over another, one whose words changed, one whose words are gone. */
async function highlight(stage: Stage): Promise<string> {
  const clipId = await clipOf(stage, 'yunshan');
  const own = await stage.app.openPage('options');
  const body = (await rowsOf(own, 'bodies')).find((row) => row.clipId === clipId);
  if (body !== undefined) await giveCommand(own, 'addHighlights', { clipId, highlights: marksOf(body) });
  await own.close();
  return `?id=${clipId}`;
}

function marksOf({ blocks }: ClipBody): readonly NewHighlight[] {
  const prose = [...blocks.entries()].filter(([, { kind, text }]) => kind === 'prose' && text.length > 30);
  const code = [...blocks.entries()].find(([, { kind, text }]) => kind === 'code' && text.includes('\n'));
  const of = (
    [block, { text }] = prose[0] ?? ([0, { text: '' }] as const),
    color: HighlightColor,
    [start, end]: readonly [number, number],
    more: Partial<NewHighlight> = {},
  ): NewHighlight => ({
    id: `picture-${String(block)}-${color}-${String(start)}`,
    range: { from: { block, offset: start }, to: { block, offset: Math.min(end, text.length) } },
    quote: text.slice(start, end),
    prefix: text.slice(0, start).slice(-64),
    suffix: text.slice(end, end + 64),
    color,
    note: '',
    tags: [],
    origin: 'reader',
    ...more,
  });
  const changed = prose[4]?.[1].text.slice(0, 40) ?? '';
  return [
    of(prose[0], 'yellow', [0, 200], { note: 'Ask **why** before the talk.', tags: ['grpc', '并发'] }),
    of(prose[0], 'blue', [12, 24]),
    of(prose[1], 'green', [4, 60]),
    of(prose[2], 'pink', [0, 30], { note: '和上一篇比较。' }),
    of(prose[3], 'purple', [0, 300]),
    of(code, 'yellow', [0, 120]),
    of(prose[4], 'green', [0, 40], { range: null, quote: `${changed.slice(0, 18)}……${changed.slice(20)}` }),
    of(prose[5], 'pink', [0, 30], { range: null, quote: 'A sentence that the author took out again.' }),
  ];
}

async function selectParagraph(page: Page): Promise<void> {
  await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('.article p[data-block]')];
    const paragraph = paragraphs[6] ?? paragraphs[0];
    paragraph?.scrollIntoView({ block: 'center' });
    // What is selected already is no change.
    getSelection()?.removeAllRanges();
    if (paragraph !== undefined) getSelection()?.selectAllChildren(paragraph);
  });
}

const keys =
  (...pressed: readonly KeyInput[]) =>
  async (page: Page) => {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    for (const key of pressed) await page.keyboard.press(key);
  };

const acts: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  '': keys(']'),
  '-bar': selectParagraph,
  '-note': keys(']', 'n'),
  '-tags': keys(']', 't'),
  '-list': async (page) => {
    await page.evaluate(() => document.querySelector<HTMLElement>('.highlight-trouble')?.scrollIntoView());
  },
};

export const highlightScenes: readonly Scene[] = [
  ...Object.entries(acts).map(([part, act]): Scene => ({
    name: `highlights-reader${part}`,
    clips: 12,
    take: async (stage) => {
      const page = await stage.app.openPage('reader', await highlight(stage));
      await page.waitForSelector('.highlight-item');
      for (const width of stage.widths) {
        await page.setViewport({ width, height: 860, deviceScaleFactor: width > 800 ? 1 : 2 });
        await act(page);
        await sleep(400);
        await stage.camera.take(page, `highlights-reader${part}-${String(width)}`);
        // The list of tags closes first, then the dialog.
        for (const _ of [0, 1]) await page.keyboard.press('Escape');
      }
      await page.close();
    },
  })),
  {
    name: 'highlights-view',
    clips: 12,
    take: async (stage) => {
      await highlight(stage);
      const page = await stage.app.openPage('library', '?view=highlights');
      await page.waitForSelector('.marked-words');
      for (const width of stage.widths) {
        await page.setViewport({ width, height: 860, deviceScaleFactor: width > 800 ? 1 : 2 });
        await stage.camera.take(page, `highlights-view-${String(width)}`);
      }
      await page.close();
    },
  },
  {
    name: 'highlights-page',
    clips: 12,
    take: async (stage) => {
      await highlight(stage);
      const tab = await stage.app.openTab(stage.sites.at('yunshan', post));
      await tab.evaluate(() =>
        getSelection()?.selectAllChildren(document.querySelectorAll('p')[3] ?? document.body),
      );
      const page = await stage.app.openPopup(tab);
      await page.waitForFunction(() => document.body.textContent.includes('8'));
      await sleep(1_000);
      await stage.camera.take(page, 'highlights-popup');
      const popup = new Popup(page, stage.language);
      await popup.press('moreActions');
      // The menu offers highlighting first.
      await page.evaluate(() => document.querySelector<HTMLElement>('[role=menuitem]')?.click());
      await sleep(400);
      await stage.camera.take(page, 'highlights-popup-form');
      await stage.app.closePopup();
      await stage.camera.take(tab, 'highlights-on-page');
    },
  },
];
