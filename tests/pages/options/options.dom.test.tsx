import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/pages/options/options.css';
import { parseBackupReminder } from '../../../src/core/library/backup-reminder.ts';
import { afterClip } from '../../../src/core/job/outcome.ts';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { createLibraryWork } from '../../../src/pages/options/state/library-work.ts';
import { createOptions } from '../../../src/pages/options/state/options.ts';
import { LinkOfferSection } from '../../../src/pages/options/view/link-offer-section.tsx';
import { newFileWork } from '../../../src/core/job/file-work.ts';
import { type JobView, plainOptions } from '../../../src/core/job/job.ts';
import { createReminderChoice } from '../../../src/pages/options/state/reminder-choice.ts';
import { ExportSection, ReextractSection } from '../../../src/pages/options/view/library-work-section.tsx';
import { ReminderFields } from '../../../src/pages/options/view/reminder-fields.tsx';
import { StorageSection } from '../../../src/pages/options/view/storage-section.tsx';
import { live } from '../../../src/database/live.ts';
import { itemsOf } from '../../../src/database/jobs/job-queries.ts';
import { recordItem } from '../../../src/database/jobs/job-writes.ts';
import { createAttempt } from '../../../src/ui/attempt.ts';
import { Toast } from '../../../src/ui/toast.tsx';
import { createToasts } from '../../../src/ui/toasts.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { eventually } from '../../factories/eventually.ts';
import { workerOver } from '../../factories/worker.ts';
import { collect } from '../../factories/zip.ts';
import { checkAccessibility, find, show } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';

const press = async (label: string) => {
  const button = await eventually(() => {
    const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
    if (found === undefined) throw new Error(`no button ${label}`);
    return found;
  });
  await userEvent.click(button);
};

/** The part of the options page that is about the library, over a library of these clips. */
async function showOptions(names: readonly string[], links: readonly string[] = []) {
  const database = await makeDatabase();
  const send = workerOver(database);
  for (const name of names) {
    const article = makeArticle({ url: `https://a.example/${name}`, title: name });
    await send('saveArticle', { article, tags: ['Go'], source: btoa('x'.repeat(3_000)) });
  }
  for (const name of links)
    await send('saveLink', { url: `https://${name}.example/`, title: name, tags: ['Later'] });
  const files = signal<readonly JobView[]>([]);
  const asked: string[] = [];
  const reportBug = vi.fn<(error: unknown) => void>();
  const toasts = createToasts();
  const attempt = createAttempt({ toasts, translation: english, reportBug });
  const openDatabase = () => Promise.resolve(database);
  const saved: { name: string; content: Blob }[] = [];
  let persisted = false;
  let reminder: unknown = { backedUpAt: 1_700_000_000_000, dismissedAt: 5, every: 50 };
  const options = createOptions({
    openDatabase,
    live,
    estimate: () => Promise.resolve(12_000_000),
    repositorySize: () => Promise.resolve(3_400_000),
    isPersisted: () => Promise.resolve(persisted),
    persist: () => Promise.resolve(persisted),
    shortcuts: () => Promise.resolve([]),
    openShortcutSettings: () => Promise.resolve(true),
    grantedSites: () => Promise.resolve([]),
    withdrawSite: () => Promise.resolve(),
    attempt,
    fail: reportBug,
  });
  const choice = createReminderChoice({
    read: () => Promise.resolve(reminder),
    write: (value) => Promise.resolve(void (reminder = value)),
    now: () => 9,
    attempt,
  });
  const work = createLibraryWork(
    {
      openDatabase,
      send,
      requestAccess: (urls) => {
        asked.push(...urls);
        return Promise.resolve(true);
      },
      requestParserPage: () => Promise.resolve(true),
      loadExports: () => import('../../../src/pages/export/export-clips.ts'),
      saveFile: (name, content) => void saved.push({ name, content }),
      attempt,
    },
    files,
  );
  const shown = show(
    <div class="options">
      <h1>Options</h1>
      <StorageSection options={options} />
      <section aria-label="Backup">
        <ReminderFields reminder={choice} />
      </section>
      <ExportSection work={work} />
      <ReextractSection work={work} />
      <section aria-labelledby="import">
        <h2 id="import">Import</h2>
        <LinkOfferSection offer={work.links} />
      </section>
      <Toast toasts={toasts} />
    </div>,
  );
  options.start();
  choice.start();
  work.start();
  const parts = { database, send, saved, shown, reportBug, files, asked };
  return {
    ...parts,
    reminder: () => parseBackupReminder(reminder),
    promise: () => {
      persisted = true;
    },
  };
}

/** What a list of terms says of this term. */
const fact = (term: string) =>
  [...document.querySelectorAll('dt')].find(({ textContent }) => textContent === term)?.nextElementSibling
    ?.textContent;

test('what is used, and by what; what the browser answered to the question whether it keeps it', async () => {
  const { shown, promise } = await showOptions(['one', 'two']);
  await expect.poll(() => fact('In the library')).toBe('2 clips');
  expect(fact('Space used')).toBe('12 MB');
  expect(fact('Page sources, for better extraction later')).toBeUndefined();
  await press('Show details');
  await expect.poll(() => fact('Page sources, for better extraction later')).toBe('6 kB');
  expect(fact('Images')).toBe('0 byte');
  expect(shown.textContent).toContain('may delete this data');
  await press('Keep it');
  await expect.poll(() => shown.textContent).toContain('may delete this data');
  promise();
  await press('Keep it');
  await expect.poll(() => shown.textContent).toContain('will keep this data');
  await checkAccessibility();
});

test('what is clipped and deleted meanwhile is counted while the page is open', async () => {
  const { send } = await showOptions(['one', 'two']);
  await eventually(() => expect(fact('In the library')).toBe('2 clips'));
  const { clipId } = await send('saveArticle', {
    article: makeArticle({ url: 'https://a.example/three', title: 'three' }),
    tags: [],
    source: null,
  });
  await eventually(() => expect(fact('In the library')).toBe('3 clips'));
  await send('trashClips', { clipIds: [clipId] });
  await eventually(() =>
    expect([fact('In the library'), fact('In the trash (emptied after 30 days)')]).toEqual([
      '2 clips',
      '1 clip',
    ]),
  );
});

test('the reminder: when the last backup was, and after how many clips', async () => {
  const { shown, reminder } = await showOptions([]);
  await expect.poll(() => shown.textContent).toContain('Last backup:');
  await userEvent.selectOptions(find('section[aria-label=Backup] select', HTMLSelectElement), '1000');
  await expect.poll(reminder).toEqual({ backedUpAt: 1_700_000_000_000, dismissedAt: 5, every: 1000 });
  await userEvent.selectOptions(find('section[aria-label=Backup] select', HTMLSelectElement), '0');
  await expect.poll(() => reminder().every).toBe(0);
});

test('all clips as bookmarks come in again', async () => {
  const { saved, shown, reportBug } = await showOptions(['one', '二']);
  await press('Export bookmarks');
  await expect.poll(() => saved.length).toBe(1);
  const [file] = saved;
  expect(file?.name).toMatch(/^clipshelf-bookmarks-[\d-]+\.html$/);
  await expect.poll(() => shown.textContent).toContain(`Saved as ${file?.name ?? ''}`);
  const { entries } = await importFile(file?.content ?? new Blob([]), file?.name ?? '');
  const clips = (await collect(entries)).map((entry) => (entry.kind === 'clip' ? entry.clip : null));
  expect(new Map(clips.map((clip) => [clip?.url, [clip?.title, clip?.tags]]))).toEqual(
    new Map(['one', '二'].map((name) => [new URL(`https://a.example/${name}`).href, [name, ['Go']]])),
  );
  expect(reportBug).not.toHaveBeenCalled();
});

test('all clips are re-extracted: progress, cancel, undo', async () => {
  const { database, shown, reportBug } = await showOptions(['one', 'two', 'three']);
  await press('Re-extract all clips');
  await expect.poll(() => shown.textContent).toContain('0 of 3');
  const [job] = await database.jobs.toArray();
  const [first] = await itemsOf(database, job?.id ?? '');
  if (first === undefined) throw new Error('no item');
  await recordItem(database, afterClip(first, 'done', first.clipId ?? ''), 9);
  await expect.poll(() => shown.textContent).toContain('1 of 3');
  expect(shown.textContent).toContain('1 re-extracted');
  await checkAccessibility();
  await press('Cancel');
  await expect.poll(() => shown.textContent).toContain('Cancelled');
  expect((await database.jobs.toArray()).map(({ state }) => state)).toEqual(['cancelled']);
  await press('Undo');
  await expect.poll(() => shown.textContent).toContain('Undoing');
  expect((await database.jobs.toArray()).map(({ kind }) => kind)).toEqual(['take-back']);
  expect(reportBug).not.toHaveBeenCalled();
});

test('nothing to re-extract is said', async () => {
  const { shown } = await showOptions([]);
  await press('Re-extract all clips');
  await expect
    .poll(() => shown.textContent)
    .toContain(
      'The original page wasn’t saved with this clip (a link, a selection or an import), so it can’t be re-extracted.',
    );
});

const importOver: JobView = {
  job: {
    id: 'import',
    kind: 'import',
    state: 'ended',
    subject: 'bookmarks.html',
    tags: [],
    options: plainOptions,
    total: 2,
    createdAt: 1,
    endedAt: 2,
    file: newFileWork('copy', 'merge'),
  },
  progress: { waiting: 0, done: 2, skipped: 0, failed: 0 },
  failed: [],
  waitingUrls: [],
  waitsFor: [],
};

test('after an import the articles behind links are offered: how many, how fast, from where, as a job', async () => {
  const { database, files, asked } = await showOptions(['one'], ['blog', 'wiki']);
  expect(document.querySelector('.link-offer')).toBeNull();
  files.value = [importOver];
  await expect.poll(() => document.querySelector('.link-offer')?.textContent).toContain('2 links');
  const said = document.querySelector('.link-offer')?.textContent;
  expect(said).toContain('about 120 a minute, from 2 sites');
  expect(said).toContain('blog.example · wiki.example');
  await checkAccessibility();
  await press('Get the article');
  await expect.poll(() => database.jobItems.count()).toBe(2);
  expect(asked).toEqual(['https://blog.example/', 'https://wiki.example/']);
  const links = await database.clips.where('tags').equals('later').primaryKeys();
  expect(new Set((await database.jobItems.toArray()).map(({ clipId }) => clipId))).toEqual(new Set(links));
  await expect.poll(() => document.querySelector('.job')?.textContent).toContain('0 of 2');
  expect(document.querySelector('.link-offer')).toBeNull();
});
