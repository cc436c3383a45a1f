import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/pages/panel/panel.css';
import '../../../src/pages/popup/clip-list.css';
import { createPanel } from '../../../src/pages/panel/state/panel.ts';
import { App } from '../../../src/pages/panel/view/app.tsx';
import * as storage from '../../../src/pages/popup/state/storage.ts';
import type { Database } from '../../../src/database/database.ts';
import { createAnnouncer } from '../../../src/ui/announcer.tsx';
import { createToasts } from '../../../src/ui/toasts.ts';
import type { Translation } from '../../../src/ui/translation.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';
import { checkAccessibility, find, show } from '../../ui/show.tsx';
import { chinese, english } from '../../ui/translations.ts';

/** The panel over a real database, with the worker's own commands carried out in the same page. */
async function showPanel({ keys = 'Alt+K', atOnce = '', translation = english, width = 280 } = {}) {
  const database = await makeDatabase();
  const opened: string[] = [];
  const bugs: unknown[] = [];
  const panel = createPanel({
    openEarly: () => Promise.resolve(null),
    loadStorage: () => Promise.resolve({ ...storage, openDatabase: () => Promise.resolve(database) }),
    send: workerOver(database),
    openPage: (path) => void opened.push(path),
    shortcuts: () =>
      Promise.resolve([
        { name: '_execute_action', description: '', keys },
        { name: 'clip-silently', description: '', keys: atOnce },
      ]),
    reportBug: (error) => void bugs.push(error),
    openShortcutSettings: () => Promise.resolve(true),
    copy: () => Promise.resolve(),
    searches: {
      last: () => '',
      keepLast: () => undefined,
      recent: () => [],
      remember: () => undefined,
      forgetRecent: () => undefined,
    },
    now: Date.now,
    translation: translation satisfies Translation,
    announcer: createAnnouncer(),
    toasts: createToasts(),
  });
  const root = show(<App panel={panel} />, translation);
  root.className = 'panel';
  root.style.width = `${width}px`;
  panel.start();
  return { root, database, opened, bugs };
}

async function save(database: Database, title: string, tags: readonly string[]): Promise<void> {
  const article = makeArticle({ url: `https://${encodeURIComponent(title)}.example/`, title });
  await workerOver(database)('saveArticle', { article, tags: [...tags] });
}

const titles = () => [...document.querySelectorAll('.clip-title')].map((title) => title.textContent);
const search = () => find('.search-field input', HTMLInputElement);
const tag = (label: string) => find(`.panel-tag[title="${label}"]`, HTMLButtonElement);
const hint = () => document.querySelector('.panel-hint')?.textContent ?? '';

test('it stays open and follows the library', async () => {
  const { database, opened } = await showPanel();
  await expect.poll(() => document.querySelector('.empty-list')).not.toBeNull();
  await save(database, 'Pools', ['go']);
  await expect.poll(titles).toEqual(['Pools']);
  expect(document.activeElement).toBe(search());
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => opened).toHaveLength(1);
  expect(opened[0]).toMatch(/^pages\/reader\/index\.html\?id=/);
  await userEvent.click(find('.popup-footer .button', HTMLButtonElement));
  expect(opened[1]).toBe('pages/library/index.html');
});

test('a tag narrows the list, together with words, and is taken back by a second press', async () => {
  const { database } = await showPanel();
  await save(database, 'Pools', ['Go', 'Kubernetes']);
  await save(database, 'Queues', ['Kubernetes']);
  await expect.poll(titles).toHaveLength(2);
  await userEvent.click(tag('Go'));
  expect(search().value).toBe('tag:go');
  expect(tag('Go').getAttribute('aria-pressed')).toBe('true');
  await expect.poll(titles).toEqual(['Pools']);
  await checkAccessibility();
  await userEvent.click(tag('Kubernetes'));
  await expect.poll(() => search().value).toBe('tag:go tag:kubernetes');
  await userEvent.click(tag('Go'));
  await userEvent.click(tag('Kubernetes'));
  expect(search().value).toBe('');
  await expect.poll(titles).toHaveLength(2);
});

test('a clip goes to the trash, and comes back', async () => {
  const { database, bugs } = await showPanel();
  await save(database, 'Pools', []);
  await expect.poll(titles).toEqual(['Pools']);
  await userEvent.keyboard('{ArrowDown}{Delete}');
  await expect.poll(titles).toEqual([]);
  await userEvent.click(find('.toast .button', HTMLButtonElement));
  await expect.poll(titles).toEqual(['Pools']);
  expect(bugs).toEqual([]);
});

test('it says how to clip, with the keys as they are set', async () => {
  const first = await showPanel({ keys: 'Ctrl+Shift+Y' });
  await save(first.database, 'Pools', []);
  await expect.poll(hint).toContain('Ctrl+Shift+Y');
  // The panel stays open: the page beside it is clipped by one press.
  const atOnce = await showPanel({ atOnce: 'Alt+J' });
  await save(atOnce.database, 'Pools', []);
  await expect.poll(hint).toContain('Alt+J');
  const second = await showPanel({ keys: '', translation: chinese });
  await save(second.database, 'Pools', []);
  await expect.poll(hint).toBe('要剪藏网页，请点击工具栏上的 Clipshelf 按钮。');
});

test.each([250, 280, 600])(
  'at %s pixels nothing stands out at its side, and the foot stands at the end',
  async (width) => {
    const { database, root } = await showPanel({ width, translation: chinese });
    const long = [
      'a-tag-that-is-very-much-longer-than-others',
      '分布式系统/一致性协议/Raft',
      'go',
      '性能',
      'db/postgres',
      'k8s',
    ];
    await save(database, 'Understanding_a_very_long_identifier_without_any_space_in_it_at_all', long);
    await expect.poll(titles).toHaveLength(1);
    await expect.poll(() => document.querySelectorAll('.panel-tag')).toHaveLength(6);
    expect(root.scrollWidth).toBe(width);
    const foot = find('.popup-footer', HTMLElement).getBoundingClientRect();
    expect(Math.round(foot.bottom)).toBe(Math.round(root.getBoundingClientRect().bottom));
    expect(foot.width).toBe(width);
    await checkAccessibility();
  },
);
