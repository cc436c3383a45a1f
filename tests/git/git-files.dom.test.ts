import { expect, onTestFinished, test } from 'vitest';
import { deleteGitFiles, openGitFiles } from '../../src/git/git-files.ts';
import { openRepository } from '../../src/git/repository.ts';

const access = { address: 'https://git.example/library.git', user: 'x', token: '' };
const options = { traffic: { requests: 0, sent: 0, received: 0 } };

test('commits that were made are there for the next who opens the files', async () => {
  const name = `test-git-${crypto.randomUUID()}`;
  onTestFinished(() => deleteGitFiles(name));
  const repository = await openRepository(await openGitFiles(name), access, options);
  const first = await repository.commit({
    parent: null,
    changes: new Map([
      ['README.md', 'what this is'],
      ['clips/2026-11/标题.md', '正文'],
    ]),
    message: 'one',
    author: 'Laptop',
    at: 1_000,
  });
  repository.close();

  const again = await openRepository(await openGitFiles(name), access, options);
  onTestFinished(() => again.close());
  expect(await again.hasCommit(first.commit)).toBe(true);
  expect(await again.hasCommit('0'.repeat(40))).toBe(false);
  const second = await again.commit({
    parent: first.commit,
    changes: new Map([['clips/2026-11/标题.md', null]]),
    message: 'two',
    author: 'Laptop',
    at: 2_000,
  });
  const changes = await again.changes(first.commit, second.commit);
  expect(changes).toEqual([
    { path: 'clips/2026-11/标题.md', before: first.blobs.get('clips/2026-11/标题.md'), after: null },
  ]);
  expect(new TextDecoder().decode(await again.read(changes[0]?.before ?? ''))).toBe('正文');
  await expect(again.read('0'.repeat(40))).rejects.toMatchObject({ code: 'sync/damaged' });
});
