import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import type { RecognizedPage } from '../../src/core/clip/index-page.ts';
import { usualReminder } from '../../src/core/library/backup-reminder.ts';
import { clipItem } from '../../src/core/job/new-items.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import type { Database } from '../../src/database/database.ts';
import { createJob, pauseJob } from '../../src/database/jobs/job-writes.ts';
import { live } from '../../src/database/live.ts';
import { openFolderRecord } from '../../src/database/transfer/folder-record.ts';
import { createFileJobs } from '../../src/pages/options/state/file-jobs.ts';
import { createFolderChoice } from '../../src/pages/options/state/folder-choice.ts';
import { createImageChoice } from '../../src/pages/options/state/image-choice.ts';
import { createLibraryWork } from '../../src/pages/options/state/library-work.ts';
import { createProblemReporting } from '../../src/pages/options/state/problem-report.ts';
import { createMarkdownChoice } from '../../src/pages/options/state/markdown-choice.ts';
import { createOptions } from '../../src/pages/options/state/options.ts';
import { createSyncChoice } from '../../src/pages/options/state/sync-choice.ts';
import { createReminderChoice } from '../../src/pages/options/state/reminder-choice.ts';
import { createTransfers } from '../../src/pages/options/state/transfer.ts';
import { App as OptionsApp } from '../../src/pages/options/view/app.tsx';
import { createAttempt, sayFailure } from '../../src/ui/attempt.ts';
import { createListLook } from '../../src/pages/frame/list-look.ts';
import { createTheme } from '../../src/ui/theme.ts';
import { createToasts } from '../../src/ui/toasts.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';
import { eventually } from '../factories/eventually.ts';
import { show } from '../ui/show.tsx';
import { english } from '../ui/translations.ts';
import { showLibrary } from './library/show-library.tsx';
import { refusingSend, said, seen, showJobs } from './failing-pages.tsx';
import { pageTab, showPopup } from './popup/show-popup.tsx';
import { type FullStore, fullStore, pressEverything } from './press-everything.ts';
import { showReader } from './reader/show-reader.tsx';

const post = (number: number) => ({
  title: `Post ${number}`,
  url: `https://blog.example.com/${number}/`,
  date: null,
  excerpt: null,
});
const indexPage: RecognizedPage = {
  kind: 'index',
  confidence: 0.99,
  posts: [1, 2, 3, 4].map(post),
  next: null,
  feeds: [],
  series: null,
};

test('popup, on an index page and on one that is clipped', { timeout: 120_000 }, async () => {
  const list = await pressEverything(
    (store) => showPopup({ recognized: indexPage, beforeCommand: store.refuse }),
    seen('.pick-list li'),
  );
  expect(list).toEqual(['saveArticle', 'saveLink', 'startClipJob']);
  const clipped = await pressEverything(async (store) => {
    const database = await makeDatabase();
    const article = makeArticle({ url: pageTab.url });
    await saveClip(database, { article, tags: [], note: undefined, source: null }, { newId: 'c', now: 1 });
    await showPopup({ database, beforeCommand: store.refuse });
  }, seen('.windowed-row, .clip-row'));
  expect(clipped).toEqual(['editClip', 'saveArticle', 'trashClips']);
});

test.each(['Clip 4 posts', 'Save the list only'])('popup: “%s” keeps the typed tags', async (label) => {
  const { refuse } = fullStore();
  const { root, popup } = await showPopup({ recognized: indexPage, beforeCommand: refuse });
  await eventually(seen('.pick-list li'));
  popup.tags.change({ tags: ['Go'], text: 'typed' });
  root.querySelector<HTMLElement>('.menu-button[aria-expanded=false]')?.click();
  await eventually(() => {
    const button = [...root.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes(label),
    );
    expect(button).toBeDefined();
    button?.click();
  });
  await eventually(() => expect(root.textContent).toContain(english.t('failureStoreFull')));
  expect(popup.tags.entry.peek().tags).toEqual(['Go', 'typed']);
});

test('library', { timeout: 240_000 }, async () => {
  const open = (search: string) => (store: FullStore) =>
    showLibrary(
      [
        { id: 'one', own: ['Go'] },
        { id: 'two', own: ['golang', 'Golang'] },
      ],
      {
        search,
        beforeCommand: store.refuse,
      },
    );
  expect(await pressEverything(open(''), seen('.windowed-row'))).toEqual([
    'editClips',
    'putSmartList',
    'reextractClips',
  ]);
  expect(await pressEverything(open('?view=tags'), seen('main button[aria-label]'))).toEqual([
    'replaceTags',
    'setTagColor',
  ]);
});

test('reader', { timeout: 120_000 }, async () => {
  const reached = await pressEverything(
    (store) => showReader({ beforeCommand: store.refuse, source: btoa('x'.repeat(99)) }),
    seen('.article-end .button'),
  );
  expect(reached).toEqual(['editArticle', 'editClip', 'reextractClips', 'trashClips']);
});

async function databaseWithJobs(): Promise<Database> {
  const database = await makeDatabase();
  const item = clipItem({ id: 'c', url: 'https://a.example/', title: 'a' });
  const job = { kind: 're-extract', tags: [], createdAt: 1 } as const;
  await createJob(database, { ...job, id: 'running', subject: 'running' }, [item]);
  await createJob(database, { ...job, id: 'paused', subject: 'paused' }, [item]);
  await pauseJob(database, 'paused', 'store/unavailable');
  await createJob(database, { ...job, id: 'ended', subject: 'ended' }, []);
  await createJob(database, { ...job, id: 'asks', subject: 'asks', state: 'needs-access' }, [item]);
  return database;
}

test('jobs', { timeout: 120_000 }, async () => {
  const reached = await pressEverything(
    async (store) => showJobs(await databaseWithJobs(), store, 'https://a.example/1'),
    () => expect(document.querySelectorAll('.job')).toHaveLength(4),
  );
  expect(reached).toEqual(['cancelJob', 'forgetJob', 'pauseJob', 'resumeJob', 'startClipJob']);
});

test('options', { timeout: 120_000 }, async () => {
  const reached = await pressEverything(async (store) => {
    const toasts = createToasts();
    const attempt = createAttempt({ toasts, ...said });
    const fail = sayFailure({ toasts, ...said });
    const refuse = (what: string) => () => Promise.resolve().then(() => store.refuse(what) as never);
    const database = await makeDatabase();
    const settings = { read: () => Promise.resolve(usualReminder), now: Date.now, attempt };
    const images = createImageChoice({
      read: () => Promise.resolve({}),
      write: refuse('images'),
      requestAllSites: () => Promise.resolve(true),
      attempt,
    });
    const opening = { openDatabase: () => Promise.resolve(database), send: refusingSend(store), attempt };
    const requestParserPage = () => Promise.resolve(true);
    let isOpen = false;
    const options = createOptions({
      openDatabase: () => (isOpen ? refuse('read')() : Promise.reject(new Failure('store/blocked'))),
      live,
      estimate: () => Promise.resolve(1),
      repositorySize: () => Promise.resolve(0),
      isPersisted: () => Promise.resolve(false),
      persist: refuse('persist'),
      shortcuts: () => Promise.resolve([]),
      openShortcutSettings: refuse('shortcuts'),
      grantedSites: () => Promise.resolve(['https://a.example/*']),
      withdrawSite: refuse('withdraw'),
      attempt,
      fail,
    });
    show(
      <OptionsApp
        theme={createTheme(sessionStorage, document.documentElement)}
        look={createListLook(sessionStorage)}
        runningJobs={signal(0)}
        version="1.0"
        reporting={createProblemReporting({
          openDatabase: opening.openDatabase,
          estimate: () => Promise.resolve(1),
          recentFailures: () => Promise.resolve([]),
          version: '1.0',
          browser: 'a browser',
          language: 'en',
          copy: refuse('copyReport'),
          attempt,
        })}
        options={options}
        markdown={createMarkdownChoice({
          tell: () => Promise.resolve(),
          local: sessionStorage,
          sampleOf: refuse('sample'),
          attempt,
          reportBug: said.reportBug,
        })}
        transfers={createTransfers({
          backUp: refuse('backUp'),
          onBackup: () => undefined,
          previewFile: refuse('preview'),
          packFiles: refuse('pack'),
          startFile: refuse('startFile'),
          reportBug: said.reportBug,
        })}
        fileJobs={createFileJobs({ ...opening, live, requestParserPage, fail })}
        reminder={createReminderChoice({ ...settings, write: refuse('reminder') })}
        folder={createFolderChoice({
          hasPicker: true,
          pick: refuse('folder'),
          askToWrite: () => Promise.resolve(true),
          openRecord: openFolderRecord,
          isChosen: () => Promise.resolve(false),
          keepChosen: () => Promise.resolve(),
          live,
          now: Date.now,
          attempt,
          fail,
        })}
        images={images}
        sync={createSyncChoice({
          ...opening,
          read: () => Promise.resolve(undefined),
          write: refuse('sync'),
          watch: () => undefined,
          requestAccess: () => Promise.resolve(true),
          seal: () => Promise.resolve({ iv: '', sealed: '' }),
          lock: () => Promise.resolve(),
          unlock: () => Promise.resolve(false),
          hasPicker: false,
          pickFolder: () => Promise.resolve(null),
          takeFolder: () => Promise.resolve(''),
          allowFolder: () => Promise.resolve(false),
          forget: () => Promise.resolve(),
          live,
          deviceName: () => 'Laptop',
          fail,
        })}
        work={createLibraryWork(
          {
            ...opening,
            requestAccess: () => Promise.resolve(true),
            requestParserPage,
            loadExports: refuse('export'),
            saveFile: () => undefined,
          },
          signal([]),
        )}
        toasts={toasts}
      />,
    );
    options.start();
    // What fails by itself says something else.
    await eventually(() => expect(document.body.textContent).toContain(english.t('failureStoreBlocked')));
    isOpen = true;
  }, seen('main section'));
  expect(reached).toEqual([
    'backUp',
    'copyReport',
    'export',
    'folder',
    'images',
    'persist',
    'read',
    'reextractClips',
    'reminder',
    'sample',
    'shortcuts',
    'withdraw',
  ]);
});
