import { describe, expect, test } from 'vitest';
import type { NewHighlight } from '../../../src/core/highlight/highlight.ts';
import { parseTag, parseTags } from '../../../src/core/tag/tag.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { clipsWithTags, replaceTags, undoEdit } from '../../../src/database/clips/bulk-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { changeHighlight } from '../../../src/database/highlights/highlight-writes.ts';
import { createEditJob, takePiece } from '../../../src/database/jobs/edit-job-writes.ts';
import { jobById } from '../../../src/database/jobs/job-queries.ts';
import { turnIntoUndo } from '../../../src/database/jobs/job-writes.ts';
import { takeValues } from '../../../src/database/sync/values-writes.ts';
import { restoreClips } from '../../../src/database/transfer/restore-writes.ts';
import { wholeClip } from '../../../src/database/transfer/whole-clip-queries.ts';
import { write } from '../../../src/database/write.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const sentence = 'Keep connections ready in a pool.';

function marked(id: string, tags: readonly string[]): NewHighlight {
  const fixed = { prefix: '', suffix: '', range: null, color: 'green', note: '' } as const;
  return { id, quote: 'connections ready', tags, origin: 'reader', ...fixed };
}

/** A clip for each, with these tags, and a highlight with those. */
async function libraryOf(
  ...clips: readonly (readonly [tags: readonly string[], marks: readonly string[]])[]
): Promise<Database> {
  const database = await makeDatabase();
  for (const [index, [tags, marks]] of clips.entries()) {
    const blocks = [{ kind: 'prose', text: sentence }] as const;
    const html = `<p data-block="0">${sentence}</p>`;
    const article = makeArticle({ url: `https://example.com/${index}`, html, blocks });
    const highlights = [marked(`h${index}`, marks)];
    const clip = { article, tags: parseTags(tags), note: undefined, source: null, highlights };
    await saveClip(database, clip, { newId: `c${index}`, now: 10 + index });
  }
  return database;
}

const to = parseTag('Kubernetes');
const tagsOf = async (database: Database) => ({
  clips: (await database.clips.toArray()).map(({ tags }) => tags),
  highlights: (await database.highlights.toArray()).map(({ tags }) => tags),
  rows: (await database.tags.toArray()).map(({ label }) => label),
});
const everything = async ({ clips, highlights, tags }: Database) =>
  await Promise.all([clips.toArray(), highlights.toArray(), tags.toArray()]);
const problems = async (database: Database) => (await checkLibrary(database)).problems;

describe('a tag of highlights', () => {
  test('is renamed with that of clips, and where only highlights have it', async () => {
    const database = await libraryOf([['k8s'], ['k8s', 'x']], [[], ['K8s']], [['go'], []]);
    const before = await everything(database);
    const undo = await replaceTags(database, [{ from: 'k8s', to }], 50);
    expect(await tagsOf(database)).toEqual({
      clips: [['kubernetes'], [], ['go']],
      highlights: [['kubernetes', 'x'], ['kubernetes'], []],
      rows: ['go', 'Kubernetes', 'x'],
    });
    expect(await problems(database)).toEqual([]);
    await undoEdit(database, undo, 60);
    expect(await everything(database)).toEqual(before);
    expect(await problems(database)).toEqual([]);
  });

  test('is merged, each highlight having it once, and deleted', async () => {
    const database = await libraryOf([[], ['k8s', 'Kubernetes']], [['kube'], ['kube']]);
    const before = await everything(database);
    const undo = await replaceTags(
      database,
      [
        { from: 'k8s', to },
        { from: 'kube', to: null },
      ],
      50,
    );
    expect(await tagsOf(database)).toEqual({
      clips: [[], []],
      highlights: [['kubernetes'], []],
      rows: ['Kubernetes'],
    });
    await undoEdit(database, undo, 60);
    expect(await everything(database)).toEqual(before);
  });

  test('stays as the user made it since, when its renaming is taken back', async () => {
    const database = await libraryOf([[], ['k8s']]);
    const undo = await replaceTags(database, [{ from: 'k8s', to }], 50);
    await changeHighlight(database, 'h0', { tags: ['Kubernetes', 'later'], note: 'seen' }, 55);
    await undoEdit(database, undo, 60);
    expect(await database.highlights.get('h0')).toMatchObject({
      tags: ['later', 'k8s'],
      note: 'seen',
      changedAt: 55,
    });
    expect(await problems(database)).toEqual([]);
  });

  test('is renamed by a job, that ends though a highlight is left of a clip that is gone', async () => {
    const database = await libraryOf([[], ['k8s']], [['k8s'], []]);
    const row = (await database.highlights.get('h0')) ?? expect.fail();
    await database.highlights.put({ ...row, id: 'left', clipId: 'gone' });
    const before = await everything(database);
    const change = { kind: 'tags', replacements: [{ from: 'k8s', to }] } as const;
    const job = { id: 'job', subject: '', change, createdAt: 40 };
    await createEditJob(database, job, await clipsWithTags(database, ['k8s']));
    const finish = async () => {
      for (;;) {
        const running = await jobById(database, 'job');
        if (running?.state !== 'running') return;
        await takePiece(database, running, 50);
      }
    };
    await finish();
    expect((await database.highlights.get('h0'))?.tags).toEqual(['kubernetes']);
    expect((await jobById(database, 'job'))?.edit?.changed).toBe(2);
    await turnIntoUndo(database, 'job');
    await finish();
    expect(await everything(database)).toEqual(before);
  });

  test('counts as changed by itself, for the sync of several devices', async () => {
    const database = await libraryOf([[], ['k8s']]);
    await replaceTags(database, [{ from: 'k8s', to }], 50);
    await changeHighlight(database, 'h0', { color: 'blue' }, 55);
    expect((await database.changes.get('c0'))?.fields).toMatchObject({ 'highlight:h0': 55 });
  });

  test('keeps its row where a sync brings that no clip has it any more', async () => {
    const database = await libraryOf([[], ['k8s']]);
    await write(database, 'sync', () =>
      takeValues(database, { tags: [{ key: 'k8s', tag: null }], lists: [], places: [], base: [] }),
    );
    expect(await problems(database)).toEqual([]);
  });

  test('has a row after a backup without one is restored', async () => {
    const source = await libraryOf([[], ['k8s']]);
    const whole = await wholeClip(source, 'c0');
    const database = await makeDatabase();
    await restoreClips(database, [whole ?? expect.fail()], { mode: 'merge', now: 70 });
    expect(await problems(database)).toEqual([]);
  });

  test('without a row is found by the check', async () => {
    const database = await libraryOf([[], ['k8s']]);
    await database.tags.delete('k8s');
    expect(await problems(database)).toEqual(['highlight h0 has the unknown tag k8s']);
  });
});
