import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BackupClip } from '../../../src/formats/backup/backup-clip.ts';
import { backupMarkdown } from '../../../src/formats/backup/backup-markdown.ts';
import { cleanArticle } from '../../../src/formats/backup/clean-article.ts';
import { readBackup } from '../../../src/formats/backup/read-backup.ts';
import { writeBackup } from '../../../src/formats/backup/write-backup.ts';
import { importedArticle } from '../../../src/formats/import/imported-article.ts';
import { importedClip } from '../../../src/formats/import/imported-clip.ts';
import { filesOfZip, readText } from '../../../src/formats/import/archive/archive-files.ts';
import { articleHtml } from '../../factories/article-html.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { collect, noon } from '../../factories/zip.ts';

function storedHtml(text: string): string {
  const entry = importedClip({ url: 'https://x.example/', content: { kind: 'article', text } }, {});
  return entry.kind === 'clip' ? importedArticle(entry.clip).html : '';
}

const tags = [{ key: 'grpc', label: 'gRPC', usedAt: noon, color: null }];

async function backupOf(clips: readonly BackupClip[]): Promise<Blob> {
  const library = { clips, tags, drafts: [], smartLists: [], settings: {} };
  return new Blob(await collect(writeBackup(library, backupMarkdown(tags))));
}

test('cleaning changes nothing in what is stored', () => {
  fc.assert(
    fc.property(articleHtml, (html) => {
      const stored = storedHtml(html);
      expect(cleanArticle(stored)).toBe(stored);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('cleaning takes out what an article never has', () => {
  expect(cleanArticle('<p onclick="x()">a<script>x()</script></p>')).toBe('<p>a</p>');
});

test('with the real writer and cleaner, too, the second backup is the first', async () => {
  const clips = fc.sample(articleHtml, 20).map((html, index): BackupClip => {
    const record = makeBackupClip(`clip-${index}`);
    return { ...record, body: record.body === null ? null : { ...record.body, html: storedHtml(html) } };
  });
  const first = await backupOf(clips);
  const backup = await readBackup(first, cleanArticle);
  const entries = await collect(backup.clips());
  const again = entries.flatMap((entry) => (entry.kind === 'clip' ? [entry.record] : []));
  expect(again).toEqual(clips);
  const bytes = await Promise.all([first, await backupOf(again)].map((file) => file.arrayBuffer()));
  expect(new Uint8Array(bytes[1] ?? new ArrayBuffer())).toEqual(
    new Uint8Array(bytes[0] ?? new ArrayBuffer()),
  );
  const files = await filesOfZip(first);
  const { text } = await readText(files, files.paths[0] ?? '');
  expect(text).toContain('  - "gRPC"');
}, 60_000);
