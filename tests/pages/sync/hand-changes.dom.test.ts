import { expect, test } from 'vitest';
import { sharedRow } from '../../../src/database/sync/sync-queries.ts';
import { clipPaths } from '../../../src/formats/repository/write-clip.ts';
import { type SharedRemote, SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';

const start = Date.UTC(2026, 10, 28);

async function edit(remote: SharedRemote, files: Readonly<Record<string, string | null>>): Promise<void> {
  const parent = remote.commits.at(-1) ?? null;
  const changes = new Map(Object.entries(files));
  const at = start + 86_400_000;
  const { commit } = await remote.repository.commit({ parent, changes, message: 'x', author: 'x', at });
  await remote.repository.push('main', commit);
}

async function textAt({ repository, commits }: SharedRemote, path: string): Promise<string> {
  const blob = await repository.find(commits.at(-1) ?? null, path);
  return new TextDecoder().decode(await repository.read(blob ?? expect.fail(path)));
}

async function device() {
  const remote = await makeRemote();
  const desk = await SyncingDevice.make(remote, 'desk', start);
  const id = await desk.clip(1, ['go']);
  await desk.sync();
  const shared = (await sharedRow(desk.database, id))?.common ?? expect.fail('not shared');
  const { markdown } = clipPaths(shared);
  return { remote, desk, id, markdown, text: await textAt(remote, markdown) };
}

test('a title, read, star and note that were typed into the front matter arrive, and the file gets its name', async () => {
  const { remote, desk, id, markdown, text } = await device();
  const typed = text
    .replace(/^title: .*$/m, 'title: Typed')
    .replace(/^---$/m, '---\nread: true\nstarred: true\nnote: by hand');
  await edit(remote, { [markdown]: typed });
  await desk.sync();
  const clip = await desk.database.clips.get(id);
  expect(clip).toMatchObject({ title: 'Typed', starred: true, note: 'by hand', readAt: start + 86_400_000 });
  expect(await textAt(remote, markdown.replace(/[^/]+$/, `Typed ${id.slice(0, 8)}.md`))).toContain('by hand');
  expect(await remote.repository.find(remote.commits.at(-1) ?? null, markdown)).toBeNull();
});

test('a file with a new name is a new title, unless the front matter says another', async () => {
  const { remote, desk, id, markdown, text } = await device();
  const renamed = markdown.replace(/[^/]+$/, 'Renamed.md');
  await edit(remote, { [markdown]: null, [renamed]: text });
  await desk.sync();
  expect((await desk.database.clips.get(id))?.title).toBe('Renamed');
  const now = markdown.replace(/[^/]+$/, `Renamed ${id.slice(0, 8)}.md`);
  const both = (await textAt(remote, now)).replace(/^title: .*$/m, 'title: Typed');
  await edit(remote, { [now]: null, [renamed]: both });
  await desk.sync();
  expect((await desk.database.clips.get(id))?.title).toBe('Typed');
});
