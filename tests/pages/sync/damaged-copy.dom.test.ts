import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import { deleteGitFiles, gitFilesSize, openGitFiles } from '../../../src/git/git-files.ts';
import { packetLine } from '../../../src/git/packet-lines.ts';
import { sealToken } from '../../../src/git/sealed-token.ts';
import { createSyncSteps } from '../../../src/pages/sync/sync-steps.ts';

const head = 'a'.repeat(40);

/** What a server says of a repository with this head. */
function advertisement(): Response {
  const lines = [
    packetLine('# service=git-upload-pack\n'),
    '0000',
    packetLine(`${head} HEAD\0symref=HEAD:refs/heads/main agent=git/2`),
    packetLine(`${head} refs/heads/main\n`),
    '0000',
  ];
  const headers = { 'content-type': 'application/x-git-upload-pack-advertisement' };
  return new Response(new Blob(lines as BlobPart[]), { headers });
}

test('a copy of the repository that lost what its reference names is dropped, so that the next try gets all anew', async () => {
  onTestFinished(async () => {
    vi.unstubAllGlobals();
    await deleteGitFiles();
    await Dexie.delete('clipshelf');
  });
  await deleteGitFiles();
  const files = await openGitFiles();
  await files.fs.promises.writeFile('refs/heads/main', `${head}\n`);
  files.close();
  expect(await gitFilesSize()).toBeGreaterThan(0);
  vi.stubGlobal('fetch', () => Promise.resolve(advertisement()));
  const step = createSyncSteps(Date.now);
  const setting = {
    carrier: 'git',
    address: 'https://git.example/library.git',
    user: 'x',
    token: await sealToken('secret'),
    isEncrypted: false,
    device: { id: 'desk0000', name: 'Desk' },
  } as const;
  await expect(step({ jobId: 'job', setting, consent: false })).rejects.toMatchObject({
    code: 'sync/damaged',
  });
  expect(await gitFilesSize()).toBe(0);
});
