import { describe, expect, it } from 'vitest';
import { sharedRow } from '../../../src/database/sync/sync-queries.ts';
import { clipPaths } from '../../../src/formats/repository/write-clip.ts';
import { type SharedRemote, SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';

const start = Date.UTC(2026, 10, 28);

type Content = string | Uint8Array | null;

/** What somebody did in a clone of the repository, at this time (epoch ms). */
async function edit(
  { repository, commits }: SharedRemote,
  files: Readonly<Record<string, Content>>,
  at = start + 86_400_000,
): Promise<void> {
  const parent = commits.at(-1) ?? null;
  const changes = new Map(Object.entries(files));
  const { commit } = await repository.commit({ parent, changes, message: 'x', author: 'x', at });
  expect(await repository.push('main', commit)).toBe('pushed');
}

async function filesOf({ repository, commits }: SharedRemote): Promise<ReadonlyMap<string, string>> {
  const changes = await repository.changes(null, commits.at(-1) ?? null);
  const read = changes.map(async ({ path, after }) => {
    const bytes = await repository.read(after ?? '');
    return [path, new TextDecoder().decode(bytes)] as const;
  });
  return new Map(await Promise.all(read));
}

/** Two clips in a repository that two devices have; the first one's Markdown. */
async function library() {
  const remote = await makeRemote();
  const desk = await SyncingDevice.make(remote, 'desk', start);
  const laptop = await SyncingDevice.make(remote, 'laptop', start);
  const id = await desk.clip(1, ['go']);
  await desk.clip(2, ['net']);
  await desk.note(id, 'mine');
  await desk.sync();
  await laptop.sync();
  const shared = (await sharedRow(desk.database, id))?.common ?? expect.fail('not shared');
  const paths = clipPaths(shared);
  const text = (await filesOf(remote)).get(paths.markdown) ?? expect.fail('no Markdown');
  return { remote, desk, laptop, id, paths, text };
}

/** All devices, and one that comes new, have the same, and nothing is left to be said. */
async function sameEverywhere(
  remote: SharedRemote,
  devices: readonly SyncingDevice[],
): Promise<ReadonlyMap<string, unknown>> {
  const fresh = await SyncingDevice.make(remote, 'fresh', start);
  const [first, ...others] = [...devices, fresh];
  if (first === undefined) throw new Error('no device');
  for (let pass = 0; pass < 2; pass += 1) for (const device of [first, ...others]) await device.sync();
  const expected = await first.library();
  for (const device of others) expect(await device.library()).toEqual(expected);
  return expected;
}

function gb18030(): Uint8Array {
  // 标题：手写
  return Uint8Array.of(0xb1, 0xea, 0xcc, 0xe2, 0xa3, 0xba, 0xca, 0xd6, 0xd0, 0xb4);
}

function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  return Uint8Array.from(bytes.flatMap((part) => [...part]));
}

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

describe('a file that an editor saved in its own way', () => {
  it.each<readonly [string, (text: string) => string | Uint8Array]>([
    ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['in UTF-16', (text) => utf16(text)],
    ['with empty lines at its end', (text) => `${text}\n\n`],
  ])('%s is no edit', async (_name, save) => {
    const { remote, desk, laptop, paths, text } = await library();
    const before = await desk.library();
    await edit(remote, { [paths.markdown]: save(text) });
    expect(await sameEverywhere(remote, [desk, laptop])).toEqual(before);
    expect(desk.problems).toEqual([]);
  });

  it('in GB 18030 is read as that', async () => {
    const { remote, desk, laptop } = await library();
    const note = joined('---\nurl: https://page.example/9\ntitle: ', gb18030(), '\n---\n', gb18030(), '\n');
    await edit(remote, { 'clips/new.md': note });
    const all = await sameEverywhere(remote, [desk, laptop]);
    expect([...all.values()]).toContainEqual(expect.objectContaining({ title: '标题：手写' }));
  });

  it('with bytes that are no text is said, and changes nothing', async () => {
    const { remote, desk, laptop, paths, text } = await library();
    const before = await desk.library();
    const chinese = text.replace(/^title: .*$/m, `title: ${'缓存'.repeat(40)}`);
    await edit(remote, { [paths.markdown]: joined(chinese, Uint8Array.of(0xff, 0xfe, 0xfd)) });
    await desk.sync();
    expect(desk.problems).toMatchObject([{ reason: 'encoding', entry: paths.markdown }]);
    expect(await sameEverywhere(remote, [desk, laptop])).toEqual(before);
  });
});

describe('front matter as people write it', () => {
  it.each<readonly [string, (text: string) => string, object]>([
    [
      'read: no',
      (text) => text.replace(/^---$/m, '---\nread: no\nstarred: off'),
      { readAt: null, starred: false },
    ],
    ['starred: yes', (text) => text.replace(/^---$/m, '---\nstarred: yes'), { starred: true }],
    [
      'a time with a blank',
      (text) => text.replace(/^---$/m, '---\nread: 2026-12-01 08:30'),
      { readAt: Date.UTC(2026, 11, 1, 8, 30) },
    ],
    [
      'a note as a list',
      (text) => text.replace(/^note: .*$/m, 'note:\n  - one\n  - two'),
      { note: 'one\ntwo' },
    ],
    ['a note as a map', (text) => text.replace(/^note: .*$/m, 'note:\n  one: two'), { note: 'mine' }],
    [
      'tags in one line',
      (text) => text.replace(/^tags:\n(?: .*\n)+/m, 'tags: "#go, 网络"\n'),
      { tags: new Set(['go', '网络']) },
    ],
    [
      'tags as a map',
      (text) => text.replace(/^tags:\n(?: .*\n)+/m, 'tags:\n  go: true\n'),
      { tags: new Set(['go']) },
    ],
    ['a title that is a number', (text) => text.replace(/^title: .*$/m, 'title: 2026'), { title: '2026' }],
    ['keys in capitals', (text) => text.replace(/^title: .*$/m, 'Title: Loud'), { title: 'Loud' }],
  ])('%s', async (_name, write, expected) => {
    const { remote, desk, laptop, id, paths, text } = await library();
    const written = write(text);
    expect(written).not.toBe(text);
    await edit(remote, { [paths.markdown]: written });
    const all = await sameEverywhere(remote, [desk, laptop]);
    expect(all.get(id)).toMatchObject(expected);
  });

  it('with tabs, which are no YAML, is said with its line', async () => {
    const { remote, desk, laptop, paths, text } = await library();
    const before = await desk.library();
    await edit(remote, { [paths.markdown]: text.replace(/^ {2}- /m, '\t- ') });
    await desk.sync();
    expect(desk.problems).toMatchObject([{ reason: 'front-matter', entry: paths.markdown }]);
    expect(await sameEverywhere(remote, [desk, laptop])).toEqual(before);
  });
});

describe('files that were moved', () => {
  it.each([
    ['Chinese', '负载均衡.md', '负载均衡'],
    ['with signs beyond the first plane', '🚀 𠮷.md', '🚀 𠮷'],
    ['with accents apart, as a Mac writes them', 'Cafe\u0301.md', 'Café'],
  ])('to a name that is %s give the title', async (_name, file, title) => {
    const { remote, desk, laptop, id, paths, text } = await library();
    const path = paths.markdown.replace(/[^/]+$/, file);
    await edit(remote, { [paths.markdown]: null, [path]: text });
    expect((await sameEverywhere(remote, [desk, laptop])).get(id)).toMatchObject({ title });
    expect((await filesOf(remote)).has(path)).toBe(false);
  });

  it('with the folder of their month, data and all, stay clips', async () => {
    const { remote, desk, laptop, id } = await library();
    const before = await desk.library();
    const moved: Record<string, Content> = {};
    for (const [path, text] of await filesOf(remote)) {
      if (!path.startsWith('clips/')) continue;
      moved[path] = null;
      moved[path.replace(/^clips\/[\d-]+/, 'clips/November, all of it')] = text;
    }
    await edit(remote, moved);
    await laptop.sync();
    expect(await laptop.trashed()).toEqual([]);
    expect(await sameEverywhere(remote, [desk, laptop])).toEqual(before);
    const paths = [...(await filesOf(remote)).keys()];
    expect(paths.filter((path) => path.endsWith(`/${id}.json`))).toHaveLength(2);
    expect(paths.filter((path) => /^clips\/November.*\.md$/.test(path))).toEqual([]);
  });

  it('and edited on the way bring the edit', async () => {
    const { remote, desk, laptop, id, paths, text } = await library();
    const typed = text
      .replace(/^note: .*$/m, 'note: theirs')
      .replace('# ', '# ')
      .concat('\nOne line more.\n');
    await edit(remote, {
      [paths.markdown]: null,
      [paths.record]: null,
      'clips/elsewhere/A.md': typed,
    });
    const clip = (await sameEverywhere(remote, [desk, laptop])).get(id);
    expect(clip).toMatchObject({ note: 'theirs', title: 'A' });
    expect(JSON.stringify(clip)).toContain('One line more.');
  });
});

describe('files of ours that somebody removed', () => {
  it('as data that looked like nobody’s come again: no clip is deleted by it', async () => {
    const { remote, desk, laptop } = await library();
    const before = await desk.library();
    const data = [...(await filesOf(remote)).keys()].filter((path) => path.includes('/data/'));
    await edit(remote, Object.fromEntries(data.map((path) => [path, null])));
    await laptop.sync();
    expect(await laptop.trashed()).toEqual([]);
    expect(await sameEverywhere(remote, [desk, laptop])).toEqual(before);
    expect([...(await filesOf(remote)).keys()]).toEqual(expect.arrayContaining(data));
  });

  it('as a record alone, while the clip was edited here', async () => {
    const { remote, desk, laptop, id, paths } = await library();
    await desk.note(id, 'here');
    await edit(remote, { [paths.record]: null });
    expect((await sameEverywhere(remote, [desk, laptop])).get(id)).toMatchObject({ note: 'here' });
  });

  it('with its Markdown are a clip that was deleted', async () => {
    const { remote, desk, laptop, id, paths } = await library();
    const all = [paths.markdown, paths.record, ...paths.texts.values()];
    await edit(remote, Object.fromEntries(all.map((path) => [path, null])));
    expect((await sameEverywhere(remote, [desk, laptop])).has(id)).toBe(false);
    expect(await laptop.trashed()).toEqual([id]);
  });

  it('the marker stops the sync, and nothing else happens', async () => {
    const { remote, desk } = await library();
    const before = await desk.library();
    await edit(remote, { 'clipshelf.json': null });
    await expect(desk.sync()).rejects.toMatchObject({ code: 'sync/foreign' });
    expect(await desk.library()).toEqual(before);
  });

  it('the README, or left empty, stays as it was left', async () => {
    const { remote, desk, laptop, id } = await library();
    await edit(remote, { 'README.md': '' });
    await desk.note(id, 'more');
    await sameEverywhere(remote, [desk, laptop]);
    expect((await filesOf(remote)).get('README.md')).toBe('');
  });
});

describe('a copy of a clip’s file', () => {
  it('is left as it is, and said; the clip stays', async () => {
    const { remote, desk, laptop, id, paths, text } = await library();
    const before = await desk.library();
    const copy = paths.markdown.replace(/[^/]+$/, 'A copy.md');
    const written = text.replace(/^note: .*$/m, 'note: of the copy');
    await edit(remote, { [copy]: written });
    await desk.sync();
    expect(desk.problems).toMatchObject([{ reason: 'copy', entry: copy }]);
    expect(await desk.library()).toEqual(before);
    await desk.note(id, 'later');
    const all = await sameEverywhere(remote, [desk, laptop]);
    expect(all.get(id)).toMatchObject({ note: 'later' });
    expect((await filesOf(remote)).get(copy)).toBe(written);
  });

  it('in the place of another clip’s file takes nothing from either', async () => {
    const { remote, desk, laptop, id, text } = await library();
    const other = (await desk.living()).find((each) => each !== id) ?? expect.fail('no other');
    const its = (await sharedRow(desk.database, other))?.common ?? expect.fail('not shared');
    const before = await desk.library();
    await edit(remote, { [clipPaths(its).markdown]: text });
    expect(await sameEverywhere(remote, [desk, laptop])).toEqual(before);
    await desk.note(id, 'later');
    await desk.note(other, 'other');
    const all = await sameEverywhere(remote, [desk, laptop]);
    expect([all.get(id), all.get(other)]).toMatchObject([{ note: 'later' }, { note: 'other' }]);
    expect((await filesOf(remote)).get(clipPaths(its).markdown)).toContain(`clip: "${other}"`);
  });
});

it('a commit from a year that no calendar has does no harm to the clips that it edits', async () => {
  const { remote, desk, laptop, id, paths, text } = await library();
  await edit(remote, { [paths.markdown]: text.replace(/^---$/m, '---\nread: true') }, 9e18);
  expect((await sameEverywhere(remote, [desk, laptop])).get(id)).toMatchObject({ note: 'mine' });
  await desk.note(id, 'later');
  expect((await sameEverywhere(remote, [desk, laptop])).get(id)).toMatchObject({ note: 'later' });
  expect(desk.problems).toEqual([]);
});
