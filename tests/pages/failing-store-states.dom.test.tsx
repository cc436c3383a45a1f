import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { NewHighlight } from '../../src/core/highlight/highlight.ts';
import { clipItem } from '../../src/core/job/new-items.ts';
import { newSyncWork } from '../../src/core/job/sync-work.ts';
import { setTrashed } from '../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import type { Database } from '../../src/database/database.ts';
import { addHighlights } from '../../src/database/highlights/highlight-writes.ts';
import { createJob, recordItem } from '../../src/database/jobs/job-writes.ts';
import { createSyncJob, noteSyncWork } from '../../src/database/jobs/sync-job-writes.ts';
import { putSmartList } from '../../src/database/lists/list-writes.ts';
import { live } from '../../src/database/live.ts';
import { createSyncChoice } from '../../src/pages/options/state/sync-choice.ts';
import { SyncSection } from '../../src/pages/options/view/sync-section.tsx';
import { createAttempt, sayFailure } from '../../src/ui/attempt.ts';
import { Toast } from '../../src/ui/toast.tsx';
import { createToasts } from '../../src/ui/toasts.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';
import { show } from '../ui/show.tsx';
import { showLibrary } from './library/show-library.tsx';
import { refusingSend, said, seen, showJobs } from './failing-pages.tsx';
import { pageTab, showPopup } from './popup/show-popup.tsx';
import { type FullStore, pressEverything } from './press-everything.ts';
import { showReader } from './reader/show-reader.tsx';

// The pages of failing-store.dom.test.tsx in the states that they come to: with lists, highlights, trash and versions, with what can be taken back.

const two = [{ id: 'one', own: ['Go'] }, { id: 'two' }];

async function withLists(database: Database): Promise<void> {
  await page.viewport(1200, 900);
  const rule = { addTags: ['Net'], star: true, markRead: false, runsOnNewClips: true };
  await putSmartList(database, { id: 'l', name: 'Go', query: 'tag:go', rule }, 1);
  const undo = { clips: [], tags: [] };
  await database.ruleRuns.add({ listId: 'l', at: 1, clips: 1, undoneAt: null, undo });
}

test('library, with smart lists and what their rules did', { timeout: 400_000 }, async () => {
  const reached = await pressEverything(
    (store) => showLibrary(two, { prepare: withLists, beforeCommand: store.refuse }),
    seen('.smart-lists li'),
    { within: ['.smart-lists', 'dialog', 'dialog', 'dialog'] },
  );
  expect(reached).toEqual(expect.arrayContaining(['deleteSmartList', 'putSmartList', 'undoRuleRuns']));
});

test('library: its trash', { timeout: 240_000 }, async () => {
  const reached = await pressEverything(
    (store) =>
      showLibrary(two, {
        search: '?q=is:trash',
        prepare: (database) => setTrashed(database, ['one', 'two'], 2, 2),
        beforeCommand: store.refuse,
      }),
    seen('.windowed-row'),
    { within: ['.list-bar, .windowed-row[data-index="0"]', 'dialog, .selection-bar', 'dialog', 'dialog'] },
  );
  expect(reached).toEqual(expect.arrayContaining(['deleteClips', 'editClips']));
});

test('library: what takes an edit back', { timeout: 400_000 }, async () => {
  const open = (store: FullStore) => showLibrary(two, { beforeCommand: store.refuse });
  const presses = { letThrough: 1, within: ['.windowed-row[data-index="0"]', '.toast', '.toast', '.toast'] };
  expect(await pressEverything(open, seen('.windowed-row'), presses)).toContain('undoEdit');
});

const highlight: NewHighlight = {
  id: '8f14e45f-ceea-4670-9c1d-5f1e5a4c3b2a',
  range: { from: { block: 0, offset: 0 }, to: { block: 0, offset: 5 } },
  quote: 'First',
  prefix: '',
  suffix: ' paragraph',
  color: 'yellow',
  note: '',
  tags: [],
  origin: 'reader',
};

/** A highlight, and an earlier version. */
async function marked(database: Database, clipId: string): Promise<void> {
  await addHighlights(database, clipId, [highlight], 2);
  const [clip, body] = await Promise.all([database.clips.get(clipId), database.bodies.get(clipId)]);
  if (clip === undefined || body === undefined) throw new Error('no clip');
  const { id: _id, ...content } = clip;
  const earlier = { ...body, html: '<p data-block="0">Earlier.</p>' };
  await database.versions.add({
    clipId,
    content,
    body: earlier,
    takenAt: 1,
    replaced: { by: 'page', at: 2 },
  } as never);
}

test.each([0, 1])(
  'reader, with a highlight and a version, after %i commands',
  { timeout: 400_000 },
  async (letThrough) => {
    const reached = await pressEverything(
      (store) => showReader({ beforeCommand: store.refuse, prepare: marked }),
      seen('.article-end .button'),
      letThrough === 0
        ? { within: ['[aria-label^=Export]', 'dialog', 'dialog', 'dialog'] }
        : { letThrough, within: ['*', 'dialog, .toast', 'dialog, .toast', 'dialog, .toast'] },
    );
    expect(reached).toEqual(
      expect.arrayContaining(
        letThrough === 0
          ? ['deleteVersion', 'restoreVersion']
          : ['putVersionBack', 'restoreClips', 'restoreVersion'],
      ),
    );
  },
);

test('popup: its trash, and a selection on the page', { timeout: 240_000 }, async () => {
  // The form is loaded when it is wanted; presses wait for what is there at once.
  await import('../../src/pages/popup/view/highlight-form.tsx');
  const reached = await pressEverything(
    async (store) => {
      const database = await makeDatabase();
      for (const [index, url] of ['https://a.example/1', pageTab.url].entries()) {
        const clip = { article: makeArticle({ url }), tags: [], note: undefined, source: null };
        await saveClip(database, clip, { newId: `c${String(index)}`, now: 1 });
      }
      await setTrashed(database, ['c0'], 2, 2);
      await showPopup({ database, isSelected: true, beforeCommand: store.refuse });
    },
    seen('.windowed-row, .clip-row'),
    { within: ['.popup-footer, [aria-haspopup]', '.clip-row, [role=menu]', '.clip-row, dialog'] },
  );
  expect(reached).toEqual(expect.arrayContaining(['deleteClips', 'highlightSelection', 'restoreClips']));
});

test(
  'jobs, with failed items, a site that asked to wait, and what can be taken back',
  { timeout: 240_000 },
  async () => {
    const reached = await pressEverything(
      async (store) => {
        const database = await makeDatabase();
        const item = clipItem({ id: 'c', url: 'https://a.example/', title: 'a' });
        const job = { kind: 're-extract', tags: [], createdAt: 1 } as const;
        await createJob(database, { ...job, id: 'failed', subject: 'failed' }, [item]);
        await createJob(database, { ...job, id: 'waits', kind: 'clip-pages', subject: 'waits' }, [
          { ...item, role: 'page', clipId: null },
        ]);
        const [failed, waits] = await Promise.all([
          database.jobItems.where('jobId').equals('failed').first(),
          database.jobItems.where('jobId').equals('waits').first(),
        ]);
        if (failed === undefined || waits === undefined) throw new Error('no items');
        await recordItem(database, { ...failed, state: 'failed', code: 'clip/no-source' }, 3);
        await database.jobItems.put({
          ...waits,
          attempts: 1,
          notBefore: Date.now() + 9e6,
          code: 'fetch/busy',
        });
        showJobs(database, store);
      },
      () => expect(document.querySelectorAll('.job')).toHaveLength(2),
    );
    expect(reached).toEqual(expect.arrayContaining(['askSiteNow', 'retryFailed']));
  },
);

const setting = {
  carrier: 'git',
  address: 'https://git.example/me/library.git',
  user: 'me',
  token: { iv: 'aaaa', sealed: 'bbbb' },
  device: { id: 'd1', name: 'Laptop' },
} as const;

test.each(['asks', 'runs', 'ended'] as const)('sync that %s', { timeout: 120_000 }, async (state) => {
  const reached = await pressEverything(
    async (store) => {
      const database = await makeDatabase();
      const id = await createSyncJob(database, 'git.example', 1);
      const question = { reason: 'first', hereBefore: 1, thereBefore: 1, together: 2 } as const;
      if (state === 'asks') await noteSyncWork(database, id, 'paused', { question });
      const here = { added: 1, changed: 0, removed: 0 };
      const job = await database.jobs.get(id);
      if (state === 'ended' && job !== undefined)
        await database.jobs.put({ ...job, state: 'ended', endedAt: 2, sync: { ...newSyncWork, here } });
      const toasts = createToasts();
      const sync = createSyncChoice({
        openDatabase: () => Promise.resolve(database),
        live,
        send: refusingSend(store),
        attempt: createAttempt({ toasts, ...said }),
        fail: sayFailure({ toasts, ...said }),
        read: (name) => Promise.resolve(name === 'sync' ? setting : undefined),
        write: () => Promise.resolve(),
        watch: () => undefined,
        requestAccess: () => Promise.resolve(true),
        seal: () => Promise.resolve({ iv: '', sealed: '' }),
        lock: () => Promise.resolve(),
        unlock: () => Promise.resolve(false),
        hasPicker: false,
        pickFolder: () => Promise.resolve(null),
        takeFolder: () => Promise.resolve(''),
        allowFolder: () => Promise.resolve(true),
        forget: () => Promise.resolve(),
        deviceName: () => 'Laptop',
      });
      const backup = { state: signal({ kind: 'idle' } as const), backUp: () => undefined };
      show(
        <>
          <SyncSection sync={sync} backup={backup} />
          <Toast toasts={toasts} />
        </>,
      );
      sync.start();
    },
    () => {
      const runs = [...document.querySelectorAll('details')];
      for (const each of runs) each.open = true;
      expect(document.querySelector(state === 'ended' ? 'details' : '[role=region]')).not.toBeNull();
    },
  );
  const own = { asks: ['answerSync'], runs: ['pauseJob'], ended: ['syncNow', 'undoSync'] }[state];
  expect(reached).toEqual(['disconnectSync', ...own].toSorted((a, b) => a.localeCompare(b)));
});
