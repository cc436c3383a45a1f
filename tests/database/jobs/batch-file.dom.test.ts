import { expect, test } from 'vitest';
import { takeBatchFile, writeBatchFile } from '../../../src/database/jobs/batch-file.ts';
import type { BatchEntry, BatchImage } from '../../../src/database/jobs/file-batch.ts';
import { openStagedFile } from '../../../src/disk/staged-files.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';

const picture = (name: string, ...bytes: number[]): BatchImage => ({
  url: `https://pictures.example/${name}.png`,
  hash: name,
  type: 'image/png',
  bytes: new Uint8Array(bytes),
});

const article = (images: readonly BatchImage[]): BatchEntry => ({
  kind: 'article',
  article: {
    article: makeArticle({ url: 'https://import.example/a' }),
    tags: ['网络', 'go'],
    note: 'line one\nline two',
    savedAt: 1,
    readAt: null,
    starred: true,
    images,
    highlights: [],
  },
  remarks: [],
});

function clip(images: readonly BatchImage[], gzip: Uint8Array<ArrayBuffer> | null): BatchEntry {
  const { assets: _assets, ...whole } = makeBackupClip('clip');
  const source = gzip === null ? null : { clipId: 'clip', gzip, extractorVersion: '1', savedAt: 2 };
  return { kind: 'clip', clip: { ...whole, images, source }, remarks: [] };
}

test('every kind of entry comes out as it went in, pictures and pages to the byte', async () => {
  const entries: readonly BatchEntry[] = [
    article([picture('a', 0x89, 0x50, 0), picture('empty'), picture('b', 255, 0, 128)]),
    { kind: 'problem', reason: 'damaged', line: 3, entry: null, excerpt: 'x' },
    clip([picture('c', 1, 2)], new Uint8Array([31, 139])),
    clip([picture('d', 3)], null),
    article([]),
  ];
  const batch = { entries, labels: null, end: { ids: ['clip'], urlKeys: ['k'] } };
  const name = await writeBatchFile('copy', batch);
  expect(await takeBatchFile(name)).toEqual(batch);
  await expect(openStagedFile(name)).rejects.toMatchObject({ code: 'import/unreadable' });
});
