import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/style/panels.css';
import '../../../src/ui/style/job-card.css';
import '../../../src/pages/options/options.css';
import { plainOptions } from '../../../src/core/job/job.ts';
import { type SyncWork, newSyncWork } from '../../../src/core/job/sync-work.ts';
import {
  type SyncStatus,
  freshStatus,
  syncSettingName,
  syncStatusName,
} from '../../../src/core/sync/sync-setting.ts';
import type { SyncJob } from '../../../src/database/jobs/sync-job-queries.ts';
import type { Transfer } from '../../../src/pages/options/state/transfer.ts';
import { live } from '../../../src/database/live.ts';
import { createSyncChoice } from '../../../src/pages/options/state/sync-choice.ts';
import { SyncSection } from '../../../src/pages/options/view/sync-section.tsx';
import { makeDatabase } from '../../factories/database.ts';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility, show } from '../../ui/show.tsx';

const setting = {
  address: 'https://git.example/me/clips.git',
  user: 'me',
  token: { iv: 'aXY=', sealed: 'c2VhbGVk' },
  device: { id: '00000001', name: 'Desk' },
};

function jobOf(work: Partial<SyncWork>, changes: Partial<SyncJob> = {}): SyncJob {
  return {
    id: 'sync-1',
    kind: 'sync',
    state: 'running',
    subject: 'git.example',
    tags: [],
    options: plainOptions,
    total: 0,
    createdAt: Date.UTC(2026, 10, 28, 9),
    endedAt: null,
    sync: { ...newSyncWork, ...work },
    ...changes,
  };
}

/** The passphrase of the repository. */
let opens = '';

interface Shown {
  readonly kept: Map<string, unknown>;
  readonly sent: unknown[];
  readonly asked: string[];
  /** The worker changes what is kept. */
  readonly tell: (name: string, value: object) => void;
}

async function showSection(
  stored: Readonly<Record<string, unknown>>,
  jobs: readonly SyncJob[] = [],
): Promise<Shown> {
  const database = await makeDatabase();
  await database.jobs.bulkPut(jobs);
  const kept = new Map<string, unknown>(Object.entries(stored));
  const watchers = new Map<string, (value: unknown) => void>();
  const sent: unknown[] = [];
  const asked: string[] = [];
  const bugs: unknown[] = [];
  const sync = createSyncChoice({
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, value) => {
      kept.set(name, value);
      watchers.get(name)?.(value);
      return Promise.resolve();
    },
    watch: (name, onChange) => watchers.set(name, onChange),
    requestAccess: (address) => {
      asked.push(address);
      return Promise.resolve(true);
    },
    seal: () => Promise.resolve(setting.token),
    lock: (passphrase) => {
      opens = passphrase;
      return Promise.resolve();
    },
    unlock: (passphrase) => Promise.resolve(passphrase === opens),
    hasPicker: true,
    pickFolder: async () => await navigator.storage.getDirectory(),
    takeFolder: () => Promise.resolve('Notes/Clipshelf'),
    allowFolder: () => {
      asked.push('folder');
      return Promise.resolve(true);
    },
    forget: () => Promise.resolve(),
    openDatabase: () => Promise.resolve(database),
    live,
    send: (command, input) => {
      sent.push([command, input]);
      return Promise.resolve(null as never);
    },
    deviceName: () => 'Chrome, Linux',
    attempt: (work) => void work().catch((error: unknown) => bugs.push(error)),
    fail: (error) => void bugs.push(error),
  });
  const backup = {
    state: signal<Transfer>({ kind: 'idle' }),
    backUp: () => {
      sent.push('backUp');
      backup.state.value = { kind: 'saved', fileName: 'clipshelf.zip' };
    },
  };
  show(
    <div class="panels options">
      <h1>Settings</h1>
      <SyncSection sync={sync} backup={backup} />
    </div>,
  );
  sync.start();
  await eventually(() => expect(document.querySelector('.sync-form, .options dl')).not.toBeNull());
  expect(bugs).toEqual([]);
  return { kept, sent, asked, tell: (name, value) => watchers.get(name)?.(value) };
}

const press = async (label: string) => {
  const find = () => [...document.querySelectorAll('button')].find((each) => each.textContent === label);
  await eventually(() => expect(find()).toBeDefined());
  const button = find();
  if (button !== undefined) await userEvent.click(button);
};
const fields = () => [...document.querySelectorAll<HTMLInputElement>('.sync-form input')];
const text = () => document.body.textContent;

test('set up: what is wrong is said; the host is asked for in the press; the token is kept sealed', async () => {
  const { kept, sent, asked } = await showSection({});
  await press('See what is there');
  expect(text()).toContain('not the https address');
  const [address, token] = fields();
  if (address === undefined || token === undefined) throw new Error('no fields');
  expect([...document.querySelectorAll('.sync-token a')].map(({ textContent }) => textContent)).toContain(
    'Gitee',
  );
  await userEvent.fill(address, 'github.com/me/clips');
  expect(document.querySelector('.sync-token a')?.textContent).toBe('Make a token at GitHub');
  await press('See what is there');
  expect(text()).toContain('Enter the token.');
  expect(asked).toEqual([]);
  await userEvent.fill(token, 'secret');
  await checkAccessibility();
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(sent).toEqual([['syncNow', null]]));
  expect(asked).toEqual(['https://github.com/me/clips.git']);
  expect(kept.get(syncSettingName)).toMatchObject({
    address: 'https://github.com/me/clips.git',
    user: 'x-access-token',
    token: setting.token,
    device: { name: 'Chrome, Linux' },
  });
  expect(JSON.stringify([...kept])).not.toContain('secret');
});

test('encryption: what it costs, a passphrase that is long enough and typed twice; it is kept nowhere', async () => {
  const { kept, sent } = await showSection({});
  const [address, token] = fields();
  await userEvent.fill(address ?? document.body, 'github.com/me/clips');
  await userEvent.fill(token ?? document.body, 'secret');
  const box = document.querySelector<HTMLInputElement>('input[type=checkbox]');
  await userEvent.click(box ?? document.body);
  await eventually(() => expect(text()).toContain('A forgotten passphrase is the end of what is there'));
  expect(text()).toContain('for a new, empty repository');
  await checkAccessibility();
  const [first, again] = [...document.querySelectorAll<HTMLInputElement>('input[type=password]')].slice(1);
  const type = async (one: string, other: string) => {
    await userEvent.fill(first ?? document.body, one);
    await userEvent.fill(again ?? document.body, other);
    await press('See what is there');
  };
  await type('too short', 'too short');
  expect(text()).toContain('at least 12 characters');
  await type('four words of mine', 'four words of thine');
  expect(text()).toContain('The two passphrases differ.');
  expect(sent).toEqual([]);
  await type('four words of mine', 'four words of mine');
  await eventually(() => expect(sent).toEqual([['syncNow', null]]));
  expect(opens).toBe('four words of mine');
  expect(kept.get(syncSettingName)).toMatchObject({ isEncrypted: true });
  expect(JSON.stringify([...kept])).not.toContain('four words');
  await eventually(() => expect(text()).toContain('With your passphrase'));
});

test('an encrypted repository is met: its passphrase opens it, another changes nothing', async () => {
  opens = 'four words of mine';
  const status: SyncStatus = { ...freshStatus, code: 'sync/locked', needsUser: true };
  const { kept, sent } = await showSection({ [syncSettingName]: setting, [syncStatusName]: status });
  await eventually(() => expect(text()).toContain('This repository is encrypted. Enter its passphrase.'));
  const [field] = fields();
  await userEvent.fill(field ?? document.body, 'four words of thine');
  await press('Unlock');
  await eventually(() => expect(text()).toContain('not the passphrase of this repository'));
  await checkAccessibility();
  expect([kept.get(syncSettingName), sent]).toEqual([setting, []]);
  await userEvent.fill(field ?? document.body, 'four words of mine');
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(sent).toEqual([['syncNow', null]]));
  expect(kept.get(syncSettingName)).toMatchObject({ isEncrypted: true, address: setting.address });
});

test('a repository that turns out to be encrypted opens with what was typed to encrypt it', async () => {
  const { kept, sent, tell } = await showSection({});
  const [address, token] = fields();
  await userEvent.fill(address ?? document.body, 'github.com/me/clips');
  await userEvent.fill(token ?? document.body, 'secret');
  await userEvent.click(document.querySelector('input[type=checkbox]') ?? document.body);
  await eventually(() => expect(fields()).toHaveLength(6));
  for (const field of fields().slice(4)) await userEvent.fill(field, 'four words of mine');
  await press('See what is there');
  await eventually(() => expect(sent).toHaveLength(1));
  tell(syncStatusName, { ...freshStatus, code: 'sync/locked', needsUser: true });
  await eventually(() => expect(sent).toHaveLength(2));
  expect(kept.get(syncSettingName)).toMatchObject({ isEncrypted: true });
});

test('before the first sync: how many are here, there, together, and need a look', async () => {
  const question = { reason: 'first', hereBefore: 312, thereBefore: 9_480, together: 9_650 } as const;
  const here = { added: 9_338, changed: 6, removed: 0 };
  const there = { added: 170, changed: 8, removed: 0 };
  const job = jobOf({ question, here, there, doubts: 14 }, { state: 'paused' });
  const { sent } = await showSection({ [syncSettingName]: setting }, [job]);
  await eventually(() =>
    expect(text()).toContain('312 clips here, 9,480 clips there: 9,650 clips together. 14 need a look.'),
  );
  expect(text()).toContain('Here: 9,338 new, 6 changed');
  // It would do nothing before there is an answer.
  expect(text()).not.toContain('Sync now');
  await checkAccessibility();
  await press('Back up now');
  await eventually(() => expect(text()).toContain('clipshelf.zip'));
  await checkAccessibility();
  await press('Sync');
  expect(sent).toEqual(['backUp', ['answerSync', { jobId: 'sync-1', goOn: true }]]);
});

test('a later sync that changes much says what it changes; how many the repository has by now is nothing to add up', async () => {
  const question = { reason: 'many', hereBefore: 12, thereBefore: 12, together: 5 } as const;
  const here = { added: 0, changed: 0, removed: 7 };
  await showSection({ [syncSettingName]: setting }, [jobOf({ question, here }, { state: 'paused' })]);
  await eventually(() => expect(text()).toContain('This sync changes much'));
  expect(text()).toContain('Here: 7 removed');
  expect(text()).not.toContain('together');
  await checkAccessibility();
});

test('under way: which phase, how far, and a way to pause', async () => {
  const job = jobOf({ phase: 'sending', done: 500, total: 10_000 });
  const { sent } = await showSection({ [syncSettingName]: setting }, [job]);
  await eventually(() => expect(document.querySelector('progress')?.value).toBe(500));
  await checkAccessibility();
  await press('Pause');
  expect(sent).toEqual([['pauseJob', { jobId: 'sync-1' }]]);
});

test('a token that has ended: the host, what to do, and the field for a new one', async () => {
  const status: SyncStatus = { ...freshStatus, code: 'sync/unauthorised', needsUser: true };
  const failure = { code: 'sync/unauthorised', detail: '' } as const;
  const job = jobOf({ failure }, { state: 'paused' });
  const { kept } = await showSection({ [syncSettingName]: setting, [syncStatusName]: status }, [job]);
  await eventually(() => expect(text()).toContain('git.example: The Git host does not accept the token'));
  // Nobody paused it.
  expect(text()).not.toContain('Paused');
  const [token] = fields();
  if (token === undefined) throw new Error('no field');
  await userEvent.fill(token, 'another');
  await press('Use this token');
  await eventually(() => expect(kept.get(syncSettingName)).toMatchObject({ device: setting.device }));
  await checkAccessibility();
});

test('earlier syncs, and each taken back', async () => {
  const here = { added: 2, changed: 1, removed: 0 };
  const job = jobOf({ here, doubts: 1 }, { state: 'ended', endedAt: 2 });
  const { sent } = await showSection({ [syncSettingName]: setting }, [job]);
  await eventually(() => expect(document.querySelector('summary')).not.toBeNull());
  await userEvent.click(document.querySelector('summary') ?? document.body);
  expect(text()).toContain('Here: 2 new, 1 changed');
  await checkAccessibility();
  await press('Undo this sync');
  expect(sent).toEqual([['undoSync', { jobId: 'sync-1' }]]);
});

test('files of the repository that could not be read: each with its path, its line and why', async () => {
  const problems = [
    { kind: 'problem', reason: 'front-matter', line: 3, entry: 'clips/a.md', excerpt: 'title: Go: on' },
    { kind: 'problem', reason: 'misplaced', line: null, entry: 'clips/b.json', excerpt: '' },
  ] as const;
  const job = jobOf({ problems }, { state: 'ended', endedAt: 2 });
  await showSection({ [syncSettingName]: setting }, [job]);
  await eventually(() => expect(text()).toContain('2 files of the repository could not be read'));
  for (const summary of document.querySelectorAll('summary')) await userEvent.click(summary);
  expect(text()).toContain('clips/a.md:3 its front matter cannot be read title: Go: on');
  expect(text()).toContain('clips/b.json belongs to another clip');
  await checkAccessibility();
});

test('a folder in place of a repository: chosen, named, and allowed once more after the browser forgot', async () => {
  const { kept, sent, asked } = await showSection({});
  const folder = [...document.querySelectorAll('input[type=radio]')].at(-1);
  if (!(folder instanceof HTMLInputElement)) throw new Error('no choice');
  folder.click();
  await press('Choose a folder…');
  await eventually(() => expect(document.body.textContent).toContain('Notes/Clipshelf'));
  expect(kept.get('sync')).toMatchObject({ carrier: 'folder', name: 'Notes/Clipshelf' });
  expect(sent).toEqual([['syncNow', null]]);
  await press('Sync now');
  await eventually(() => expect(sent).toHaveLength(2));
  expect(asked).toEqual(['folder']);
});
