import { describe, expect, it } from 'vitest';
import { recordBytes } from '../../../src/formats/repository/clip-record.ts';
import { isProblem, readClipRecord } from '../../../src/formats/repository/read-clip.ts';
import { clipPaths } from '../../../src/formats/repository/write-clip.ts';
import { sharedRow } from '../../../src/database/sync/sync-queries.ts';
import { type SharedRemote, SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';

const start = Date.UTC(2026, 10, 28);

/** Who may write to the repository changes these files. */
async function tamper(remote: SharedRemote, files: Readonly<Record<string, string | null>>): Promise<void> {
  const { repository, commits } = remote;
  const parent = commits.at(-1) ?? null;
  const changes = new Map(Object.entries(files));
  const { commit } = await repository.commit({ parent, changes, message: 'x', author: 'x', at: start + 1e9 });
  expect(await repository.push('main', commit)).toBe('pushed');
}

async function textAt({ repository, commits }: SharedRemote, path: string): Promise<string> {
  const blob = await repository.find(commits.at(-1) ?? null, path);
  return new TextDecoder().decode(await repository.read(blob ?? expect.fail(`no ${path}`)));
}

/** Two clips that both sides have; the paths of the first one's files. */
async function library() {
  const remote = await makeRemote();
  const desk = await SyncingDevice.make(remote, 'desk', start);
  const [victim, other] = [await desk.clip(1, ['go']), await desk.clip(2, ['net'])];
  await desk.note(victim, 'mine');
  await desk.sync();
  const row = await sharedRow(desk.database, victim);
  const shared = row?.common ?? expect.fail('not shared');
  return { remote, desk, victim, other, shared, paths: clipPaths(shared) };
}

describe('a record that says to be another clip’s', () => {
  it.each([
    ['a name of its own', (path: string) => path.replace(/[\w-]+\.json$/, 'evil0000-0000.json')],
    ['another day', (path: string) => path.replace(/data\/\d\d/, 'data/01')],
    ['another month', (path: string) => path.replace(/clips\/\d{4}-\d\d/, 'clips/2019-01')],
  ])('under %s is a problem of that file and nothing else', async (_name, move) => {
    const { remote, desk, paths, shared } = await library();
    const before = await desk.library();
    const record = readClipRecord(paths.record, new TextEncoder().encode(await textAt(remote, paths.record)));
    if (isProblem(record)) throw new Error(record.reason);
    const note = { heads: [{ text: 'stolen', at: start + 1e10, by: 'evil' }], base: null };
    const evil = new TextDecoder().decode(recordBytes({ ...record, shared: { ...shared, note } }));
    const path = move(paths.record);
    expect(path).not.toBe(paths.record);
    await tamper(remote, { [path]: evil });
    await desk.sync();
    expect(await desk.library()).toEqual(before);
    expect(desk.problems).toMatchObject([{ reason: 'misplaced', entry: path }]);
    // Where it goes again, nothing goes with it.
    await tamper(remote, { [path]: null });
    await desk.sync();
    expect(await desk.library()).toEqual(before);
    expect(desk.problems).toEqual([]);
    const fresh = await SyncingDevice.make(remote, 'laptop', start);
    await fresh.sync();
    expect(await fresh.library()).toEqual(before);
  });

  it('in the clip’s own file is that file’s problem: the clip stays, and is sent again once it is edited', async () => {
    const { remote, desk, victim, other, paths } = await library();
    const before = await desk.library();
    const theirs = (await sharedRow(desk.database, other))?.common ?? expect.fail('not shared');
    const evil = new TextDecoder().decode(
      recordBytes({ shared: theirs, article: '0'.repeat(64), markdown: null }),
    );
    await tamper(remote, { [paths.record]: evil });
    await desk.sync();
    expect(await desk.library()).toEqual(before);
    expect(desk.problems).toMatchObject([{ reason: 'misplaced', entry: paths.record }]);
    await desk.note(victim, 'again');
    await desk.sync();
    expect(await textAt(remote, paths.record)).toContain(`"id": "${victim}"`);
  });
});

describe('front matter that somebody broke', () => {
  const texts: readonly (readonly [string, (text: string) => string, number])[] = [
    ['that is no YAML', (text) => text.replace(/^title: .*$/m, 'title: Go: the good parts'), 2],
    ['without its last fence', (text) => text.replace(/\n---\n/, '\n'), 1],
    ['gone altogether', (text) => text.replace(/^---\n[^]*?\n---\n/, ''), 1],
  ];
  it.each(texts)('%s is said with its line; the clip stays as it is here', async (_name, change, line) => {
    const { remote, desk, paths, victim } = await library();
    const before = await desk.library();
    const text = await textAt(remote, paths.markdown);
    const broken = change(text);
    expect(broken).not.toBe(text);
    await tamper(remote, { [paths.markdown]: broken });
    await desk.sync();
    expect(await desk.library()).toEqual(before);
    expect(desk.problems).toMatchObject([{ reason: 'front-matter', entry: paths.markdown, line }]);
    // The next edit here writes it as it should be.
    await desk.note(victim, 'mended');
    await desk.sync();
    expect(await textAt(remote, paths.markdown)).toContain('mended');
  });

  it('of a renamed file does not delete the clip, and the file stays until it can be read', async () => {
    const { remote, desk, paths, victim } = await library();
    const before = await desk.library();
    const text = await textAt(remote, paths.markdown);
    const renamed = paths.markdown.replace(/[^/]+$/, 'Renamed.md');
    await tamper(remote, {
      [paths.markdown]: null,
      [renamed]: text.replace(/^tags:$/m, 'tags: [oh: {'),
    });
    await desk.sync();
    expect(await desk.library()).toEqual(before);
    await tamper(remote, { [renamed]: text });
    await desk.sync();
    expect((await desk.database.clips.get(victim))?.title).toBe('Renamed');
  });
});
