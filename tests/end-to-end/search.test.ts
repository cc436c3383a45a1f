import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { control, press, shows, tick } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import { rowsOf } from '../harness/table-rows.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { type SeededClip, seedClips } from './seed-clips.ts';

const prose = (text: string) => [{ kind: 'prose', text }] as const;

const clips: readonly SeededClip[] = [
  {
    title: 'Archives',
    own: ['shell'],
    blocks: [
      { kind: 'prose', text: 'How to unpack what was sent.' },
      { kind: 'code', text: 'tar -xzvf release.tar.gz -C /opt', language: 'bash' },
    ],
  },
  { title: 'Tar and feathers', own: [], blocks: prose('Nothing of archives in it.') },
  { title: '網路手冊', own: ['net'], blocks: prose('負載均衡與重試的做法。') },
  { title: '网络手册', own: ['net'], blocks: prose('负载均衡与重试的做法。') },
];

/** A pasted command finds its page; a Chinese word finds both scripts, typed in either. */
async function paste(app: RunningExtension): Promise<void> {
  const page = await app.openPage('popup');
  const popup = new Popup(page);
  await popup.search('tar -xzvf');
  await popup.firstRow('Archives', 'tar -xzvf');
  for (const query of ['負載均衡', '负载均衡']) {
    await popup.search(query);
    const titles = (await popup.rows(2)).map(({ title }) => title).toSorted();
    expect([query, titles]).toEqual([query, ['網路手冊', '网络手册'].toSorted()]);
  }
  await page.close();
}

function rail(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.smart-lists .facet-value')].map(({ textContent }) => textContent),
  );
}

async function railHas(page: Page, wanted: readonly string[]): Promise<void> {
  await poll(`the lists ${wanted.join(', ')}`, async () =>
    JSON.stringify(await rail(page)) === JSON.stringify(wanted) ? true : null,
  );
}

async function typeInto(page: Page, role: 'textbox' | 'combobox', name: string, text: string): Promise<void> {
  const field = await control(page, role, name);
  await field.focus();
  await page.keyboard.type(text);
}

/** Made of the query of the moment, counted, and renamed with its tag. */
async function list(page: Page): Promise<void> {
  await typeInto(page, 'combobox', 'Search your clips', 'tag:net 均衡');
  await press(page, 'New smart list');
  await typeInto(page, 'textbox', 'Name', 'Balance');
  await press(page, 'Save');
  await railHas(page, ['Balance2']);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await press(page, 'Rename “net”');
  await typeInto(page, 'textbox', 'Name', 'work');
  await press(page, 'Rename');
  await poll('the query of the list', async () =>
    (await rowsOf(page, 'smartLists'))[0]?.query === 'tag:work 均衡' ? true : null,
  );
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await railHas(page, ['Balance2']);
}

async function starred(page: Page, count: number): Promise<void> {
  await poll(`${String(count)} clips starred`, async () => {
    const rows = await rowsOf(page, 'clips');
    return rows.filter((clip) => clip.starred).length === count ? true : null;
  });
}

/** Shown before it runs, run, taken back; then by itself on a new clip, and that taken back. */
async function rule(app: RunningExtension, page: Page): Promise<void> {
  await press(page, 'Edit “Balance”');
  await tick(page, 'Star');
  await shows(page, 'This would change 2 clips:');
  await starred(page, 0);
  await press(page, 'Save, and change 2 clips');
  await starred(page, 2);
  await press(page, 'Undo');
  await starred(page, 0);
  await press(page, 'Edit “Balance”');
  await tick(page, 'To new clips by itself, when they are saved');
  await press(page, 'Save');
  await poll('the rule', async () =>
    (await rowsOf(page, 'smartLists'))[0]?.rule?.runsOnNewClips === true ? true : null,
  );
  await seedClips(page, [
    { url: 'https://new.example/', title: 'New', own: ['work'], blocks: prose('再谈负载均衡。') },
  ]);
  await starred(page, 1);
  await railHas(page, ['Balance3']);
  await app.killWorker();
  await press(page, 'Edit “Balance”');
  await shows(page, 'By itself it changed 1 clip');
  await press(page, 'Undo');
  await starred(page, 0);
}

test.each<BrowserKind>(['chromium', 'firefox'])(
  'what people paste is found, and lists that stay work by themselves (%s)',
  async (kind) => {
    const app = await launch(kind);
    try {
      const page = await app.openPage('library');
      await page.setViewport({ width: 1280, height: 860 });
      await seedClips(page, clips);
      await paste(app);
      await page.bringToFront();
      await list(page);
      await rule(app, page);
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
    }
  },
);
