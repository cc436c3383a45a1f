import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { BackupClip } from '../../../src/formats/backup/backup-clip.ts';
import { previewRestore } from '../../../src/formats/backup/preview-restore.ts';
import { type Backup, readBackup } from '../../../src/formats/backup/read-backup.ts';
import { backupName, type BackupLibrary, writeBackup } from '../../../src/formats/backup/write-backup.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { collect, makeZip, noon } from '../../factories/zip.ts';

const same = (html: string) => html;
const markdownOf = ({ clip }: BackupClip, paths: ReadonlyMap<string, string>) =>
  `# ${clip.title}\n${[...paths.values()].join('\n')}\n`;

function makeLibrary(clips: readonly BackupClip[]): BackupLibrary {
  return {
    clips,
    tags: [{ key: 'grpc', label: 'gRPC', usedAt: noon, color: null }],
    drafts: [{ urlKey: 'https://x.example', tags: ['a'], tagText: 'b', note: '', updatedAt: noon }],
    smartLists: [
      {
        id: 'list-1',
        name: '未读',
        query: 'is:unread tag:grpc',
        rule: { addTags: ['gRPC'], star: true, markRead: false, runsOnNewClips: true },
        changedAt: noon,
      },
    ],
    settings: { theme: 'dark', nested: { b: 1, a: [true, null] } },
  };
}

async function backupOf(library: BackupLibrary): Promise<Blob> {
  return new Blob(await collect(writeBackup(library, markdownOf)));
}

/** What a restore into an empty library leaves there. */
async function restored(backup: Backup): Promise<BackupLibrary> {
  const clips: BackupClip[] = [];
  for await (const entry of backup.clips()) {
    if (entry.kind === 'problem') throw new Error(entry.excerpt);
    clips.push(entry.record);
  }
  return {
    clips,
    tags: backup.tags,
    drafts: backup.drafts,
    smartLists: backup.smartLists,
    settings: backup.settings,
  };
}

const text = fc.string({ unit: 'binary', maxLength: 40 });
const record = fc
  .record({
    id: fc.stringMatching(/^[\w-]{1,20}$/),
    title: text,
    note: text,
    code: text,
    updatedAt: fc.integer({ min: 0, max: 4e12 }),
    trashed: fc.boolean(),
    bare: fc.boolean(),
  })
  .map(({ id, title, note, code, updatedAt, trashed, bare }): BackupClip => {
    const full = makeBackupClip(id, { title, note, updatedAt, trashedAt: trashed ? updatedAt : null });
    if (bare) return { ...full, body: null, versions: [], source: null, assets: [] };
    const blocks = [{ kind: 'code' as const, text: code, language: null, guessed: true, fileName: title }];
    return full.body === null ? full : { ...full, body: { ...full.body, blocks, html: code } };
  });
const library = fc
  .uniqueArray(record, { maxLength: 6, selector: ({ clip }) => clip.id })
  .map((clips) => makeLibrary(clips));

test('a restored library is the library, and its second backup is equal to the first, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(library, async (whole) => {
      const first = await backupOf(whole);
      const again = await restored(await readBackup(first, same));
      expect(again).toEqual(whole);
      const second = await backupOf(again);
      const bytes = await Promise.all(
        [first, second].map(async (file) => Buffer.from(await file.arrayBuffer())),
      );
      expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('what is in the file: Markdown and images to look at, records and pages to restore, the manifest last', async () => {
  const file = await backupOf(makeLibrary([makeBackupClip('id-1', { title: 'A/B: 测试?' })]));
  const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
  expect(Object.keys(entries)).toEqual([
    'clips/A B 测试 id-1.md',
    'clips/assets/id-1/1.png',
    'data/id-1.json',
    'data/id-1.html.gz',
    'clipshelf.json',
  ]);
  expect(new TextDecoder().decode(entries['clips/A B 测试 id-1.md'])).toBe(
    '# A/B: 测试?\nassets/id-1/1.png\n',
  );
});

test('the name has the local date', () => {
  expect(backupName(new Date(2024, 2, 1, 0, 30))).toBe('clipshelf-2024-03-01.zip');
});

test('10,000 clips, one at a time', async () => {
  let held = 0;
  async function* clips() {
    for (let index = 0; index < 10_000; index += 1) {
      held += 1;
      yield makeBackupClip(`clip-${index}`);
      held -= 1;
    }
  }
  let most = 0;
  let bytes = 0;
  for await (const chunk of writeBackup({ ...makeLibrary([]), clips: clips() }, markdownOf)) {
    most = Math.max(most, held);
    bytes += chunk.length;
  }
  expect(most).toBe(1);
  expect(bytes).toBeGreaterThan(10_000_000);
}, 120_000);

test('a backup that is given up ends the reading of the library', async () => {
  let ended = false;
  function* clips() {
    try {
      for (;;) yield makeBackupClip('id');
    } finally {
      ended = true;
    }
  }
  for await (const chunk of writeBackup({ ...makeLibrary([]), clips: clips() }, markdownOf))
    if (chunk.length > 0) break;
  expect(ended).toBe(true);
});

test('a restore goes on where it was', async () => {
  const clips = ['a', 'b', 'c'].map((id) => makeBackupClip(id));
  const backup = await readBackup(await backupOf(makeLibrary(clips)), same);
  const rest = await collect(backup.clips(2));
  expect(rest).toEqual([{ kind: 'clip', record: clips[2], remarks: [] }]);
});

test('the preview counts what is there already', async () => {
  const clips = ['new', 'same', 'older', 'newer', 'page'].map((id) => makeBackupClip(id));
  const backup = await readBackup(await backupOf(makeLibrary(clips)), same);
  expect(backup.counts).toEqual({ clips: 5, trashed: 0, versions: 5, sources: 5, assets: 5 });
  const updatedAt = noon + 5_000;
  const there: Readonly<Record<string, { id: string; updatedAt: number }>> = {
    same: { id: 'same', updatedAt },
    older: { id: 'older', updatedAt: noon },
    newer: { id: 'newer', updatedAt: updatedAt + 1 },
    page: { id: 'another', updatedAt },
  };
  const preview = await previewRestore(backup, async (entries) => entries.map(({ id }) => there[id] ?? null));
  expect(preview).toEqual({ absent: 1, same: 2, older: 1, newer: 1, otherId: 1 });
});

describe('a backup that is not as we write it', () => {
  /** The backup of one clip with some of its files replaced, or left out where null. */
  async function altered(changes: Readonly<Record<string, string | null>>): Promise<Blob> {
    const file = await backupOf(makeLibrary([makeBackupClip('one'), makeBackupClip('two')]));
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const files = Object.entries(entries).map(([name, bytes]) => [name, Uint8Array.from(bytes)] as const);
    const kept = files.filter(([name]) => changes[name] !== null);
    const replaced = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== null);
    return await makeZip({ ...Object.fromEntries(kept), ...Object.fromEntries(replaced) });
  }

  async function recordOf(id: string): Promise<string> {
    const file = await backupOf(makeLibrary([makeBackupClip('one'), makeBackupClip('two')]));
    return new TextDecoder().decode(unzipSync(new Uint8Array(await file.arrayBuffer()))[`data/${id}.json`]);
  }

  async function manifest(change: (manifest: Record<string, unknown>) => void): Promise<Blob> {
    const file = await backupOf(makeLibrary([makeBackupClip('one'), makeBackupClip('two')]));
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const value = JSON.parse(new TextDecoder().decode(entries['clipshelf.json'])) as Record<string, unknown>;
    change(value);
    return await altered({ 'clipshelf.json': JSON.stringify(value) });
  }

  test('of a later version', async () => {
    const file = await manifest((value) => {
      value['version'] = 2;
      value['clips'] = 'in another form';
    });
    await expect(readBackup(file, same)).rejects.toMatchObject({ code: 'import/newer-version' });
  });

  test.each([
    ['without a manifest', { 'clipshelf.json': null }],
    ['with a manifest that is no JSON', { 'clipshelf.json': '{' }],
    ['with a manifest of something else', { 'clipshelf.json': '{"format":"x"}' }],
  ])('%s', async (_name, changes) => {
    await expect(readBackup(await altered(changes), same)).rejects.toMatchObject({
      code: 'import/unreadable',
    });
  });

  test('that counts wrongly, or has a clip twice, or an id that is a path', async () => {
    for (const change of [
      (value: Record<string, unknown>) => void (value['clips'] = []),
      (value: Record<string, unknown>) => {
        const [first] = value['clips'] as unknown[];
        value['clips'] = [first, first];
      },
      (value: Record<string, unknown>) =>
        void (value['clips'] = ['../a', 'b'].map((id) => ({ id, urlKey: '', updatedAt: 0, trashed: false }))),
    ])
      await expect(readBackup(await manifest(change), same)).rejects.toMatchObject({
        code: 'import/unreadable',
      });
  });

  test('one clip that is broken costs that clip', async () => {
    const good = makeBackupClip('two');
    for (const changes of [
      { 'data/one.json': null },
      { 'data/one.json': '{"clip":{}}' },
      { 'data/one.json': JSON.stringify({ ...good, source: null, assets: [] }) },
      { 'data/one.json': '\uFFFF[' },
    ]) {
      const backup = await readBackup(await altered(changes), same);
      const entries = await collect(backup.clips());
      expect(entries.map((entry) => entry.kind)).toEqual(['problem', 'clip']);
    }
  });

  test('a picture, a kept page, a version or a highlight that is broken costs itself, and is named', async () => {
    const one = JSON.parse(await recordOf('one')) as Record<string, unknown>;
    const broken = (changes: object) => ({ 'data/one.json': JSON.stringify({ ...one, ...changes }) });
    for (const [changes, said] of [
      [{ 'data/one.html.gz': null }, 'damaged'],
      [{ 'clips/assets/one/1.png': null }, 'missing-picture'],
      [broken({ versions: [...(one['versions'] as unknown[]), { content: {} }] }), 'wrong-shape'],
      [broken({ highlights: [{ id: 1 }, null] }), 'wrong-shape'],
      [broken({ edits: { edits: 'x' } }), 'wrong-shape'],
      [broken({ source: 7 }), 'wrong-shape'],
    ] as const) {
      const [entry] = await collect((await readBackup(await altered(changes), same)).clips());
      if (entry?.kind !== 'clip') return expect.fail(JSON.stringify(changes));
      expect(entry.record.body?.html).toBe(makeBackupClip('one').body?.html);
      expect(new Set(entry.remarks.map(({ reason, taken }) => `${reason} ${taken}`))).toEqual(
        new Set([`${said} true`]),
      );
    }
  });

  test('a tag or draft that is none costs no clip', async () => {
    const file = await manifest((value) => {
      value['tags'] = [null, { key: 'go', label: 'Go', usedAt: 'never', color: null }];
      value['drafts'] = [{ urlKey: 1 }];
    });
    const backup = await readBackup(file, same);
    expect([backup.tags, backup.drafts, backup.entries.length]).toEqual([[], [], 2]);
  });

  test('an address that is a script, a settings key that is __proto__, a tag whose key is another', async () => {
    const one = makeBackupClip('one', { url: 'javascript:alert(1)' });
    const scripted = JSON.stringify({ ...one, source: null, assets: [] });
    const [entry] = await collect(
      (await readBackup(await altered({ 'data/one.json': scripted }), same)).clips(),
    );
    expect(entry?.kind).toBe('problem');
    const file = await manifest((value) => {
      value['settings'] = JSON.parse('{"__proto__":{"polluted":1},"theme":"dark"}');
      value['tags'] = [{ key: 'grpc', label: 'Other', usedAt: 0, color: null }];
    });
    const backup = await readBackup(file, same);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(backup.settings, 'polluted')).toBeUndefined();
    expect(backup.tags).toEqual([]);
  });

  test('every HTML in it is cleaned', async () => {
    const backup = await readBackup(await backupOf(makeLibrary([makeBackupClip('one')])), () => 'clean');
    const [entry] = await collect(backup.clips());
    if (entry?.kind !== 'clip') throw new Error('no clip');
    expect(entry.record.body?.html).toBe('clean');
    expect(entry.record.versions[0]?.body.html).toBe('clean');
  });
});

test('a smart list that is none costs no other, and no clip', async () => {
  const whole = makeLibrary([makeBackupClip('id-1')]);
  const [list] = whole.smartLists;
  if (list === undefined) return expect.fail();
  const broken = { ...list, id: 'list-2', query: '' };
  const backup = await readBackup(await backupOf({ ...whole, smartLists: [broken, list] }), same);
  expect(backup.smartLists).toEqual([list]);
  expect(backup.entries).toHaveLength(1);
});
