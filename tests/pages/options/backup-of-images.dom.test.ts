import { expect, test } from 'vitest';
import { fromBase64 } from '../../../src/core/base64.ts';
import { nameOfBlock } from '../../../src/core/clip/article-edits.ts';
import { cleanArticle } from '../../../src/formats/backup/clean-article.ts';
import { readBackup } from '../../../src/formats/backup/read-backup.ts';
import { backUp } from '../../../src/pages/options/transfer/back-up.ts';
import { batchImages } from '../../../src/pages/parser/batch-images.ts';
import { exportClips } from '../../../src/pages/export/export-clips.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { editArticle } from '../../../src/database/texts/edit-writes.ts';
import { imagesOfClip, waitingImages } from '../../../src/database/images/image-queries.ts';
import { recordImage } from '../../../src/database/images/image-writes.ts';
import { restoreClips } from '../../../src/database/transfer/restore-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const url = 'https://img.example.com/a.png';
const blocks = [{ kind: 'prose', text: 'Keep me.' } as const, { kind: 'prose', text: 'Stray.' } as const];
const html = `<p data-block="0">Keep me.</p><p data-block="1">Stray.</p><p><img src="${url}" alt="One"></p>`;

/** A library of one clip, whose picture is kept and one of whose paragraphs was removed. */
async function library() {
  const database = await makeDatabase();
  await saveClip(
    database,
    {
      article: makeArticle({ html, blocks, images: [{ url, alt: 'One' }] }),
      tags: [],
      note: undefined,
      source: null,
      images: { urls: [url], tabId: null },
    },
    { newId: 'a', now: 1 },
  );
  for (const image of await waitingImages(database, 1)) {
    const blob = new Blob([fromBase64(png)], { type: 'image/png' });
    await recordImage(database, { ...image, state: 'stored', hash: 'abc' }, { hash: 'abc', blob });
  }
  const block = nameOfBlock(blocks, 1);
  if (block === null) throw new Error('no such block');
  await editArticle(database, 'a', [{ kind: 'remove', block }], 2);
  return database;
}

test('a backup has the pictures and the edits, and both come back', async () => {
  const { archive } = await backUp(
    { database: await library(), settings: {} },
    new Date(),
    () => undefined,
    new AbortController().signal,
  );
  const backup = await readBackup(archive, cleanArticle);
  const restored = await makeDatabase();
  for await (const entry of backup.clips()) {
    if (entry.kind === 'problem') throw new Error(entry.excerpt);
    const { images: read } = await batchImages(entry.record.assets, 'a');
    const images = read.map(({ hash, type, bytes, ...image }) => ({
      url: image.url,
      file: { hash, blob: new Blob([bytes], { type }) },
    }));
    for (let time = 0; time < 2; time += 1)
      await restoreClips(restored, [{ ...entry.record, images }], { mode: 'merge', now: 3 });
  }
  const [picture] = await imagesOfClip(restored, 'a');
  expect([picture?.image.state, picture?.file?.type, picture?.file?.size]).toEqual([
    'stored',
    'image/png',
    fromBase64(png).length,
  ]);
  expect((await restored.bodies.get('a'))?.html).not.toContain('Stray.');
  await editArticle(restored, 'a', [], 4);
  expect((await restored.bodies.get('a'))?.html).toBe(html);
  expect((await checkLibrary(restored)).problems).toEqual([]);
});

test('what is no picture does not come back as one', async () => {
  const bytes = new TextEncoder().encode('<html onload="boom()">');
  expect(await batchImages([{ url, bytes }], 'a')).toMatchObject({
    images: [],
    remarks: [{ reason: 'not-a-picture', entry: 'a', excerpt: url, taken: true }],
  });
});

test('HTML that stands alone has the pictures in it', async () => {
  const database = await library();
  const { content } = await exportClips(database, ['a'], 'html', { now: new Date() });
  expect(await content.text()).toContain(`src="data:image/png;base64,${png}"`);
});
