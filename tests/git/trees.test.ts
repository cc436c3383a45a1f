import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Repository, openRepository } from '../../src/git/repository.ts';
import { type GitServer, serveGit } from '../harness/git-server.ts';
import { memoryFiles } from './memory-files.ts';

let server: GitServer;
beforeAll(async () => {
  server = await serveGit();
});
afterAll(() => server.close());

/** Writes a commit of these tree lines (`mode type oid\tname`) below `clips`, as no editor would, and clones it. */
async function repositoryWith(
  name: string,
  lines: readonly Buffer[],
): Promise<{ head: string; here: Repository }> {
  const cwd = server.folder(name);
  const git = (args: readonly string[], input: Buffer | string = '') =>
    execFileSync('git', args, { cwd, input, encoding: 'utf8' }).trim();
  const below = git(
    ['mktree', '-z', '--missing'],
    Buffer.concat(lines.flatMap((line) => [line, Buffer.of(0)])),
  );
  const root = git(['mktree'], `040000 tree ${below}\tclips\n`);
  const head = git(['-c', 'user.name=x', '-c', 'user.email=x@x', 'commit-tree', '-m', 'odd', root]);
  git(['update-ref', 'refs/heads/main', head]);
  const access = { address: server.address(name), user: 'x', token: server.token };
  const traffic = { requests: 0, sent: 0, received: 0 };
  const here = await openRepository(memoryFiles(), access, { traffic });
  await here.download('main');
  return { head, here };
}

function blob(name: string, text: string): string {
  return execFileSync('git', ['hash-object', '-w', '--stdin'], {
    cwd: server.folder(name),
    input: text,
    encoding: 'utf8',
  }).trim();
}

test('names that are no UTF-8, links, programs and other repositories are as they were after a commit of ours', async () => {
  const name = 'odd';
  server.create(name);
  const text = blob(name, 'text');
  const line = (start: string, bytes: Buffer | string) =>
    Buffer.concat([Buffer.from(`${start}\t`), typeof bytes === 'string' ? Buffer.from(bytes) : bytes]);
  const lines = [
    line(`100644 blob ${text}`, Buffer.from([0xd6, 0xd0, 0x2e, 0x6d, 0x64])),
    line(`100644 blob ${text}`, Buffer.from([0xce, 0xc4, 0x2e, 0x6d, 0x64])),
    line(`100644 blob ${text}`, 'back\\slash.md'),
    line(`100644 blob ${text}`, '中文 😀.md'),
    line(`100755 blob ${text}`, 'run.md'),
    line(`120000 blob ${text}`, 'link.md'),
    line(`160000 commit ${'1'.repeat(40)}`, 'other'),
  ];
  const { head, here } = await repositoryWith(name, lines);
  const seen = await here.changes(null, head);
  expect(seen).toHaveLength(6);
  expect(new Set(seen.map(({ path }) => path)).size).toBe(6);
  const all = await Promise.all(seen.map(({ path }) => here.find(head, path)));
  expect(new Set(all)).toEqual(new Set([text]));
  const tree = (commit: string) =>
    server.git(name, 'ls-tree', '-r', `${commit}:clips`).trim().split('\n').toSorted();
  const before = tree(head);
  const changes = new Map([['clips/zz new.md', 'text']]);
  const { commit } = await here.commit({ parent: head, changes, message: 'x', author: 'x', at: 0 });
  expect(await here.push('main', commit)).toBe('pushed');
  expect(tree(commit)).toEqual([...before, `100644 blob ${text}\tzz new.md`].toSorted());
  expect(server.git(name, 'fsck', '--full', '--strict')).toBe('');
  expect((await here.changes(head, commit)).map(({ path }) => path)).toEqual(['clips/zz new.md']);
});
