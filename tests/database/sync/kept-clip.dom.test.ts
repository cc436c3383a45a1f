import { describe, expect, it } from 'vitest';
import type { WholeClip } from '../../../src/core/clip/whole-clip.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import type { Database } from '../../../src/database/database.ts';
import { takeImages } from '../../../src/database/images/image-writes.ts';
import { keptClip, putKeptClips } from '../../../src/database/transfer/kept-clip-writes.ts';
import { putWholeClip } from '../../../src/database/transfer/whole-clip-writes.ts';
import { describeTags } from '../../../src/database/transfer/restore-writes.ts';
import { write } from '../../../src/database/write.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';
import { makeDatabase } from '../../factories/database.ts';

const picture = (name: string) => ({
  url: `https://img.example/${name}`,
  file: { hash: name, blob: new Blob([name], { type: 'image/png' }) },
});

function whole(): WholeClip {
  const { clip, body, versions, source } = makeBackupClip('one');
  return { clip, body, versions, source };
}

/** Everything that the library has of its clips; ids of versions are the database's own. */
async function everything(database: Database) {
  const { clips, bodies, sources, versions, edits, highlights, images, imageFiles } = database;
  const rows = await Promise.all(
    [clips, bodies, sources, edits, highlights, images].map((table) => table.toArray()),
  );
  const earlier = (await versions.toArray()).map(({ id: _id, ...version }) => version);
  return [...rows, earlier, (await imageFiles.toCollection().primaryKeys()).toSorted()];
}

async function library() {
  const database = await makeDatabase();
  const before = whole();
  await write(database, 'save', async () => {
    await putWholeClip(database, null, before, 10);
    await takeImages(database, [picture('a.png')], 'one');
  });
  await describeTags(database, before.clip.tags, 10);
  return { database, before };
}

describe('a clip that was kept', () => {
  it('is put back exactly, whatever came to it since', async () => {
    const { database, before } = await library();
    const was = await everything(database);
    const kept = await write(database, 'save', async () => keptClip(database, 'one'));
    const { body } = before;
    if (kept === null || body === null) throw new Error('nothing kept');
    const earlier = { content: before.clip, body, takenAt: 7 };
    await write(database, 'save', async () => {
      const clip = { ...before.clip, title: 'Another', tags: [], trashedAt: 20 };
      const changed = { ...body, html: '<p>x</p>', blocks: [{ kind: 'prose', text: 'x' }] as const };
      await putWholeClip(database, before, { ...before, clip, body: changed, versions: [earlier] }, 20);
      await takeImages(database, [picture('b.png')], 'one');
    });
    expect(await everything(database)).not.toEqual(was);
    await write(database, 'save', async () => putKeptClips(database, [kept], 30));
    expect(await everything(database)).toEqual(was);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });

  it('asks again for a picture whose file is gone', async () => {
    const { database } = await library();
    const kept = await write(database, 'save', async () => keptClip(database, 'one'));
    if (kept === null) throw new Error('nothing kept');
    await database.images.clear();
    await database.imageFiles.clear();
    await write(database, 'save', async () => putKeptClips(database, [kept], 30));
    expect(await database.images.toArray()).toMatchObject([{ clipId: 'one', state: 'waiting', hash: null }]);
    expect((await checkLibrary(database)).problems).toEqual([]);
  });
});
