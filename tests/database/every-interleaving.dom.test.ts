import { Dexie } from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import type { ClipsChange } from '../../src/core/job/edit-work.ts';
import type { Undo } from '../../src/core/library/undo.ts';
import type { BulkEdit } from '../../src/core/library/bulk-edit.ts';
import type { TagReplacement } from '../../src/core/tag/replace-tags.ts';
import { parseTag, parseTags } from '../../src/core/tag/tag.ts';
import { checkLibrary } from '../../src/database/check-library.ts';
import { editClips, replaceTags, undoEdit } from '../../src/database/clips/bulk-writes.ts';
import { deleteTrashed, editClip, setTrashed } from '../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { createEditJob, takePiece } from '../../src/database/jobs/edit-job-writes.ts';
import { jobById } from '../../src/database/jobs/job-queries.ts';
import { setJobState, turnIntoUndo } from '../../src/database/jobs/job-writes.ts';
import { addHighlights } from '../../src/database/highlights/highlight-writes.ts';
import { maintainIndex } from '../../src/database/search/index-maintenance.ts';
import { setTags } from '../../src/database/tags/tag-writes.ts';
import { reextractClip, undoReextraction } from '../../src/database/texts/reextract-writes.ts';
import { restoreVersion } from '../../src/database/texts/version-writes.ts';
import { importArticles } from '../../src/database/transfer/import-writes.ts';
import { restoreClips } from '../../src/database/transfer/restore-writes.ts';
import { makeArticle } from '../factories/article.ts';
import { anyClip } from '../factories/whole-clip.ts';

const addressOf = (page: number) => `https://example.com/${page}`;
const articleOf = (page: number, text: string) =>
  makeArticle({
    url: addressOf(page),
    title: `Page ${page}`,
    html: `<p data-block="0">${text}</p>`,
    blocks: [{ kind: 'prose', text }],
    measure: { words: 400, readingMinutes: 2, codeBlocks: 0, images: 0, tables: 0, formulas: 0 },
  });

/** What of a run the next step may refer to. */
interface Run {
  readonly database: Database;
  readonly undos: Undo[];
  readonly jobs: string[];
  now: number;
}

type Step = (run: Run) => Promise<unknown>;

const page = fc.integer({ min: 0, max: 3 });
const text = fc.constantFrom('first text of the page', 'second text of it', 'third text');
const label = fc.constantFrom('Go', 'C#', 'lang/go', '网络', 'x');
const labels = fc.uniqueArray(label, { maxLength: 3 });
const ids = (run: Run) => run.database.clips.toCollection().primaryKeys();
const idAt = async (run: Run, index: number) => {
  const all = await ids(run);
  return all[index % Math.max(1, all.length)] ?? null;
};
const edit: fc.Arbitrary<BulkEdit> = fc.record(
  { addTags: labels, removeTags: labels, starred: fc.boolean(), read: fc.boolean(), trashed: fc.boolean() },
  { requiredKeys: [] },
);
const replacements: fc.Arbitrary<TagReplacement[]> = fc
  .uniqueArray(fc.record({ from: label, to: fc.option(label) }), {
    selector: ({ from }) => from,
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    all.map(({ from, to }) => ({
      from: parseTag(from)?.key ?? '',
      to: to === null ? null : parseTag(to),
    })),
  );
const change: fc.Arbitrary<ClipsChange> = fc.oneof(
  edit.map((given) => ({ kind: 'marks', edit: given }) as const),
  replacements.map((given) => ({ kind: 'tags', replacements: given }) as const),
  fc.constant({ kind: 'delete' } as const),
);

const onClip = (act: (run: Run, clipId: string) => Promise<unknown>): fc.Arbitrary<Step> =>
  page.map((index) => async (run) => {
    const clipId = await idAt(run, index);
    if (clipId !== null) await act(run, clipId);
  });

/** Everything that writes clips, with the two halves of what takes several transactions as steps of their own. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(page, text, labels).map(([index, words, tags]): Step => async ({ database, now }) => {
    const article = articleOf(index, words);
    const clip = { article, tags: parseTags(tags), note: words, source: new Uint8Array([31, 139]) };
    await saveClip(database, { ...clip, lesser: 'beside' }, { newId: `clip-${index}-${now}`, now });
  }),
  edit.map((given): Step => async (run) => {
    run.undos.push(await editClips(run.database, await ids(run), given, run.now));
  }),
  replacements.map((given): Step => async (run) => {
    run.undos.push(await replaceTags(run.database, given, run.now));
  }),
  fc.nat(5).map((index): Step => async ({ database, undos, now }) => {
    const [undo] = undos.splice(index % Math.max(1, undos.length), 1);
    if (undo !== undefined) await undoEdit(database, undo, now);
  }),
  change.map((given): Step => async (run) => {
    const id = `job-${run.now}`;
    const job = { id, subject: '', change: given, createdAt: run.now };
    await createEditJob(run.database, job, await ids(run));
    run.jobs.push(id);
  }),
  fc.nat(3).map((index): Step => async ({ database, jobs, now }) => {
    const job = await jobById(database, jobs[index % Math.max(1, jobs.length)] ?? '');
    if (job !== null) await takePiece(database, job, now);
  }),
  fc.tuple(fc.nat(3), fc.boolean()).map(([index, undo]): Step => async ({ database, jobs, now }) => {
    const id = jobs[index % Math.max(1, jobs.length)];
    if (id === undefined || (await jobById(database, id)) === null) return;
    await setJobState(database, id, 'cancelled', now);
    if (undo) await turnIntoUndo(database, id);
  }),
  labels.chain((tags) => onClip(({ database, now }, id) => setTags(database, id, parseTags(tags), now))),
  onClip(({ database, now }, id) => editClip(database, id, { title: `By hand ${now}`, note: 'n' }, now)),
  onClip(({ database, now }, id) => setTrashed(database, [id], now, now)),
  onClip(({ database, now }, id) => deleteTrashed(database, [id], now)),
  label.chain((tag) =>
    onClip(({ database, now }, id) =>
      addHighlights(
        database,
        id,
        [
          {
            id: `highlight-${now}`,
            quote: 'text',
            prefix: '',
            suffix: '',
            range: null,
            color: 'yellow',
            note: '',
            tags: [tag],
            origin: 'reader',
          },
        ],
        now,
      ),
    ),
  ),
  text.chain((words) =>
    onClip(async ({ database, now }, id) => {
      const clip = await database.clips.get(id);
      const index = Number(/\d+$/.exec(clip?.url ?? '0')?.[0] ?? 0);
      await reextractClip(database, id, articleOf(index, `${words} again`), now);
    }),
  ),
  onClip(({ database, now }, id) => undoReextraction(database, id, 0, now)),
  fc.nat(9).map((index): Step => async ({ database, now }) => {
    const versions = await database.versions.toArray();
    const version = versions[index % Math.max(1, versions.length)];
    if (version?.id !== undefined) await restoreVersion(database, version.id, now);
  }),
  page
    .chain((index) => fc.tuple(anyClip(`theirs-${index}`, addressOf(index)), fc.boolean()))
    .map(([clip, replace]): Step => async ({ database, now }) => {
      await restoreClips(database, [clip], { mode: replace ? 'replace' : 'merge', now });
    }),
  fc.tuple(page, text, labels).map(([index, words, tags]): Step => async ({ database, now }) => {
    const rest = { note: words, savedAt: 5, readAt: null, starred: true };
    const article = { article: articleOf(index, words), tags: parseTags(tags), ...rest };
    await importArticles(database, [article], { newIds: [`import-${index}-${now}`], now });
  }),
  fc.constant<Step>(({ database }) => maintainIndex(database)),
);

/** What is refused changes nothing, and that is seen too. */
function refused(error: unknown): void {
  if (!(error instanceof Failure && error.code.startsWith('clip/'))) throw error;
}

test('whatever is done in whatever order, the library fits together after each step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const name = `every-interleaving-${crypto.randomUUID()}`;
      const run: Run = { database: await openDatabase(name), undos: [], jobs: [], now: 1_000 };
      try {
        // An empty library has no index yet.
        await maintainIndex(run.database);
        for (const [index, act] of steps.entries()) {
          run.now += 1;
          await act(run).catch(refused);
          expect({ index, problems: (await checkLibrary(run.database)).problems }).toEqual({
            index,
            problems: [],
          });
        }
      } finally {
        run.database.close();
        await Dexie.delete(name);
      }
    }),
    { numRuns: 60 },
  );
});
