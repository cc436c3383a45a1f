import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundInflate } from '../../src/git/bounded-inflate.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type GitServer, serveGit } from '../harness/git-server.ts';
import { memoryFiles } from './memory-files.ts';

let server: GitServer;
beforeAll(async () => {
  server = await serveGit();
  server.create('library');
});
afterAll(() => server.close());

async function device() {
  const access = { address: server.address('library'), user: 'clipshelf', token: server.token };
  const traffic = { requests: 0, sent: 0, received: 0 };
  return { traffic, repository: await openRepository(memoryFiles(), access, { traffic }) };
}

test('a file that unpacks to more than is allowed is refused before it does', async () => {
  const bytes = 4_000_000;
  const one = await device();
  const changes = new Map([['bomb', new Uint8Array(bytes)]]);
  const { commit } = await one.repository.commit({ parent: null, changes, message: 'x', author: 'x', at: 0 });
  await one.repository.push('main', commit);
  const two = await device();
  boundInflate(bytes - 1);
  await expect(two.repository.download('main')).rejects.toMatchObject({ code: 'sync/oversized' });
  expect(two.traffic.received).toBeLessThan(bytes / 100);
  boundInflate(bytes);
  expect(await two.repository.download('main')).toBe(commit);
});
