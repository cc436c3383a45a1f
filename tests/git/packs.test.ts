import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRepository } from '../../src/git/repository.ts';
import { gitStore } from '../../src/git/git-store.ts';
import { tidyPacks } from '../../src/git/packs.ts';
import { toHex } from '../../src/core/hex.ts';
import { Sha1 } from '../../src/git/sha1.ts';
import { type GitServer, serveGit } from '../harness/git-server.ts';
import { memoryFiles } from './memory-files.ts';

let server: GitServer;
beforeAll(async () => {
  server = await serveGit();
});
afterAll(() => server.close());

async function device(name: string) {
  const access = { address: server.address(name), user: 'clipshelf', token: server.token };
  const traffic = { requests: 0, sent: 0, received: 0 };
  const files = memoryFiles();
  return { files, traffic, repository: await openRepository(files, access, { traffic }) };
}

test.each([0, 1, 55, 56, 63, 64, 65, 1_000, 100_000])(
  'SHA-1 of %i bytes, in pieces, is the standard’s',
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 251);
    const sha1 = new Sha1();
    for (let at = 0; at < length; at += 37) sha1.update(bytes.subarray(at, at + 37));
    expect(toHex(sha1.digest())).toBe(createHash('sha1').update(bytes).digest('hex'));
  },
);

test('files of any names and sizes are sound to git itself', async () => {
  server.create('names');
  const { repository } = await device('names');
  const names = [
    'a',
    'a/b.md',
    'a.md',
    'a-b',
    'ａ.md',
    '😀.md',
    '中文/😀.md',
    '中文.md',
    '中文！/x',
    'b/c/d/e',
  ];
  const changes = new Map<string, string>();
  for (const [index, name] of names.entries())
    if (name !== 'a')
      changes.set(name, String(index).repeat([0, 1, 15, 16, 2_047, 2_048, 300_000][index % 7] ?? 0));
  const commit = await repository.commit({
    parent: null,
    changes,
    message: 'x\ny',
    author: 'A <b>\n',
    at: 5_000,
  });
  expect(await repository.push('main', commit.commit)).toBe('pushed');
  expect(server.git('names', 'fsck', '--full', '--strict')).toBe('');
  expect(
    server
      .git('names', '-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', 'main')
      .trim()
      .split('\n')
      .toSorted(),
  ).toEqual([...changes.keys()].toSorted());
  expect(server.git('names', 'log', '--format=%an', 'main')).toBe('A  b\n');
});

test('what is here of the remote does not grow for ever: only what belongs to the head stays', async () => {
  server.create('tidy');
  const { files, repository } = await device('tidy');
  const big = (seed: number) =>
    createHash('sha512').update(String(seed)).digest('hex').repeat(3) + String(seed);
  let parent: string | null = null;
  for (let round = 0; round < 30; round += 1) {
    const changes = new Map([
      ['changes.md', big(round).repeat(20)],
      [`kept-${String(round)}.md`, big(1_000 + round)],
    ]);
    const { commit } = await repository.commit({
      parent,
      changes,
      message: 'x',
      author: 'x',
      at: round * 1_000,
    });
    expect(await repository.push('main', commit)).toBe('pushed');
    parent = commit;
  }
  const head = parent ?? '';
  const before = files.size();
  expect(await repository.tidy(head)).toBe(false);
  expect(await tidyPacks(gitStore(files), head, 5)).toBe(true);
  expect(files.size()).toBeLessThan(before / 2);
  // A device that opens what is left reads all, sends the next commit, and gets what another one sends.
  const access = { address: server.address('tidy'), user: 'clipshelf', token: server.token };
  const traffic = { requests: 0, sent: 0, received: 0 };
  const again = await openRepository(files, access, { traffic });
  const all = await again.changes(null, head);
  expect(all).toHaveLength(31);
  for (const { after } of all) expect((await again.read(after ?? '')).byteLength).toBeGreaterThan(0);
  const changes = new Map([['new.md', 'new']]);
  const next = await again.commit({ parent: head, changes, message: 'x', author: 'x', at: 0 });
  expect(await again.push('main', next.commit)).toBe('pushed');
  const other = await device('tidy');
  const theirs = await other.repository.download('main');
  const reply = await other.repository.commit({
    parent: theirs,
    changes: new Map([['r.md', 'r']]),
    message: 'x',
    author: 'y',
    at: 0,
  });
  expect(await other.repository.push('main', reply.commit)).toBe('pushed');
  const received = traffic.received;
  expect(await again.download('main')).toBe(reply.commit);
  expect(traffic.received - received).toBeLessThan(2_500);
  expect((await again.changes(next.commit, reply.commit)).map(({ path }) => path)).toEqual(['r.md']);
  expect(server.git('tidy', 'fsck', '--full', '--strict')).toBe('');
});
