import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import type { Traffic } from '../../src/git/git-http.ts';
import { type Repository, openRepository } from '../../src/git/repository.ts';
import { type GitFault, type GitServer, serveGit } from '../harness/git-server.ts';
import { memoryFiles } from './memory-files.ts';

let server: GitServer;
let name: string;
beforeAll(async () => {
  server = await serveGit();
});
afterAll(() => server.close());
beforeEach(() => {
  server.fault = () => null;
  name = `library-${crypto.randomUUID()}`;
  server.create(name);
});

interface Device {
  readonly repository: Repository;
  readonly traffic: Traffic;
}

async function makeDevice(token = server.token, timeout?: number): Promise<Device> {
  const traffic = { requests: 0, sent: 0, received: 0 };
  const access = { address: server.address(name), user: 'clipshelf', token };
  const options = { traffic, ...(timeout === undefined ? {} : { timeout }) };
  return { traffic, repository: await openRepository(memoryFiles(), access, options) };
}

const at = Date.UTC(2026, 10, 28);

async function publish(
  { repository }: Device,
  parent: string | null,
  files: Readonly<Record<string, string | null>>,
): Promise<{ readonly commit: string; readonly outcome: 'pushed' | 'refused' }> {
  const changes = new Map(Object.entries(files));
  const { commit } = await repository.commit({ parent, changes, message: 'A change', author: 'Laptop', at });
  return { commit, outcome: await repository.push('main', commit) };
}

async function textOf({ repository }: Device, commit: string, path: string): Promise<string | null> {
  const change = (await repository.changes(null, commit)).find((each) => each.path === path);
  return change === undefined || change.after === null
    ? null
    : new TextDecoder().decode(await repository.read(change.after));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'no failure';
}

test('what one device publishes another gets, and git itself finds nothing wrong with it', async () => {
  const [first, second] = [await makeDevice(), await makeDevice()];
  expect(await first.repository.remoteHead()).toBeNull();
  const { commit, outcome } = await publish(first, null, {
    'clipshelf.json': '{}',
    'clips/2026-11/负载均衡 1.md': '正文',
    'clips/2026-11/1.json': '{"a":1}',
  });
  expect(outcome).toBe('pushed');
  expect(await second.repository.remoteHead()).toEqual({ branch: 'main', commit });
  await second.repository.download('main');
  expect(await textOf(second, commit, 'clips/2026-11/负载均衡 1.md')).toBe('正文');
  const { commit: next } = await publish(second, commit, {
    'clips/2026-11/1.json': null,
    'clips/2026-12/2.json': '{"b":2}',
  });
  await first.repository.download('main');
  const changes = await first.repository.changes(commit, next);
  expect(new Map(changes.map(({ path, after }) => [path, after !== null]))).toEqual(
    new Map([
      ['clips/2026-11/1.json', false],
      ['clips/2026-12/2.json', true],
    ]),
  );
  expect(server.git(name, 'fsck', '--strict', '--full')).toBe('');
  expect(server.git(name, 'log', '--format=%an %s', 'main').trim().split('\n')).toEqual([
    'Laptop A change',
    'Laptop A change',
  ]);
});

test('a device that was overtaken is refused and nothing of the other is lost', async () => {
  const [first, second] = [await makeDevice(), await makeDevice()];
  const { commit } = await publish(first, null, { a: '1' });
  await second.repository.download('main');
  const ahead = await publish(first, commit, { a: '2' });
  const behind = await publish(second, commit, { b: '1' });
  expect([ahead.outcome, behind.outcome]).toEqual(['pushed', 'refused']);
  expect(await second.repository.remoteHead()).toEqual({ branch: 'main', commit: ahead.commit });
  await second.repository.download('main');
  const again = await publish(second, ahead.commit, { b: '1' });
  expect(again.outcome).toBe('pushed');
  expect(server.git(name, 'ls-tree', '-r', '--name-only', 'main').trim().split('\n')).toEqual(['a', 'b']);
});

test('only what is new goes over the line; where nothing is new, one request does', async () => {
  const [first, second] = [await makeDevice(), await makeDevice()];
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `clips/m${String(index % 12)}/${String(index)}.json`,
      crypto.randomUUID().repeat(20),
    ]),
  );
  const { commit } = await publish(first, null, many);
  await second.repository.download('main');
  const { commit: next } = await publish(first, commit, { 'clips/m1/new.json': 'new' });
  const before = { ...second.traffic };
  expect((await second.repository.remoteHead())?.commit).toBe(next);
  expect(second.traffic.requests - before.requests).toBe(1);
  await second.repository.download('main');
  expect(second.traffic.received - before.received).toBeLessThan(6_000);
  expect(await textOf(second, next, 'clips/m1/new.json')).toBe('new');
});

test('a change by git itself arrives, also where git packed and thinned it', async () => {
  const device = await makeDevice();
  const { commit } = await publish(device, null, { 'note.md': 'line\n'.repeat(500), other: 'x' });
  const work = `${server.folder(name)}-clone`;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Me', '-c', 'user.email=me@example.org', ...args], {
      cwd: args[0] === 'clone' ? '/' : work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('clone', server.folder(name), work);
  execFileSync('sh', ['-c', 'echo mine >> note.md && git mv other renamed'], { cwd: work });
  git('commit', '-qam', 'By hand');
  git('push', '-q');
  const head = await device.repository.remoteHead();
  expect(head).not.toBeNull();
  if (head === null) return;
  await device.repository.download(head.branch);
  expect((await device.repository.changes(commit, head.commit)).map(({ path }) => path).toSorted()).toEqual([
    'note.md',
    'other',
    'renamed',
  ]);
  expect(await textOf(device, head.commit, 'note.md')).toBe(`${'line\n'.repeat(500)}mine\n`);
});

const faults: readonly (readonly [string, GitFault, string])[] = [
  ['401', { kind: 'status', status: 401 }, 'sync/unauthorised'],
  ['403', { kind: 'status', status: 403 }, 'sync/forbidden'],
  ['404', { kind: 'status', status: 404 }, 'sync/no-repository'],
  ['413', { kind: 'status', status: 413 }, 'sync/too-large'],
  ['429', { kind: 'status', status: 429, headers: { 'retry-after': '120' } }, 'sync/busy'],
  ['500', { kind: 'status', status: 500 }, 'sync/server-error'],
  ['a login page', { kind: 'login-page' }, 'sync/not-git'],
  ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, 'sync/moved'],
  ['a cut connection', { kind: 'cut' }, 'sync/unreachable'],
  ['half an answer', { kind: 'cut-after', bytes: 40 }, 'sync/unreachable'],
];

test.each(faults)('%s is a failure with a code, whatever was asked', async (_name, fault, code) => {
  const device = await makeDevice();
  const { commit } = await publish(device, null, { a: '1' });
  server.fault = () => fault;
  expect(await codeOf(device.repository.remoteHead())).toBe(code);
  expect(await codeOf(publish(device, commit, { a: '2' }))).toBe(code);
  // The question is answered, what comes after it is not.
  server.fault = ({ method }) => (method === 'POST' ? fault : null);
  const other = await makeDevice();
  expect(await codeOf(other.repository.download('main'))).toBe(code);
  expect(await codeOf(publish(device, commit, { a: '3' }))).toBe(code);
  server.fault = () => null;
  // Half an answer is one all the same: git did what it was asked.
  const arrived = fault.kind === 'cut-after';
  const head = await other.repository.download('main');
  expect(await textOf(other, head, 'a')).toBe(arrived ? '3' : '1');
  expect((await publish(device, commit, { a: '4' })).outcome).toBe(arrived ? 'refused' : 'pushed');
});

test('a server that falls silent is a timeout', async () => {
  const device = await makeDevice(server.token, 200);
  server.fault = () => ({ kind: 'slow', milliseconds: 3_000 });
  expect(await codeOf(device.repository.remoteHead())).toBe('sync/timeout');
});

test('the token is sent to the one host and is in no failure', async () => {
  const token = 'secret-of-the-user';
  const device = await makeDevice(token);
  try {
    await device.repository.remoteHead();
    expect.fail('refused');
  } catch (error) {
    expect(error).toMatchObject({ code: 'sync/unauthorised' });
    const told = JSON.stringify(error, ['message', 'detail', 'stack', 'cause', 'code']) + String(error);
    expect(told).not.toContain(token);
    expect(told).not.toContain(Buffer.from(`clipshelf:${token}`).toString('base64'));
  }
});
