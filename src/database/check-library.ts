import type { ClipImage } from '../core/image/image.ts';
import { checkIndex } from '../search/index/check-index.ts';
import type { Database } from './database.ts';
import { brokenImages } from './images/broken-images.ts';
import { highlightProblems } from './highlights/check-highlights.ts';

export interface LibraryReport {
  readonly sound: boolean;
  readonly clips: number;
  /** What does not fit together, one line each; for reports, not translated. */
  readonly problems: readonly string[];
}

/**
 * Proves that the tables agree: every clip whole, nothing left over from one that is gone, no page twice, every tag of
 * a clip or highlight known, each picture the bytes that were stored, and the index equal to the library. Reads everything:
 * not for a hot path.
 */
export async function checkLibrary(database: Database): Promise<LibraryReport> {
  const tables = await database.transaction(
    'r',
    [
      'clips',
      'bodies',
      'sources',
      'versions',
      'tags',
      'changes',
      'images',
      'imageFiles',
      'edits',
      'highlights',
    ],
    () => compareTables(database),
  );
  const index = await checkIndex(database.backendDB());
  const broken = await brokenImages(database, { wholly: true });
  const problems = [
    ...tables.problems,
    ...broken.map((hash) => `the picture ${hash} is broken`),
    ...index.wrong.map((id) => `the index is wrong about clip ${id}`),
    ...index.problems.map((problem) => `index: ${problem}`),
  ];
  return { sound: problems.length === 0 && index.sound, clips: tables.clips, problems };
}

async function compareTables(database: Database): Promise<{ clips: number; problems: string[] }> {
  const [clips, bodies, sources, versions, tags, changes, images, files, edits, highlights] =
    await Promise.all([
      database.clips.toArray(),
      database.bodies.toCollection().primaryKeys(),
      database.sources.toCollection().primaryKeys(),
      database.versions.toArray(),
      database.tags.toCollection().primaryKeys(),
      database.changes.toArray(),
      database.images.toArray(),
      database.imageFiles.toCollection().primaryKeys(),
      database.edits.toCollection().primaryKeys(),
      database.highlights.toArray(),
    ]);
  const marked = [...new Set(highlights.map(({ clipId }) => clipId))];
  const [texts, edited] = await Promise.all([
    database.bodies.bulkGet(marked),
    database.edits.bulkGet(marked),
  ]);
  const ids = new Set(clips.map((clip) => clip.id));
  const withBody = new Set<string>(bodies);
  const known = new Set<string>(tags);
  const changed = new Set(changes.filter((change) => change.kind === 'put').map((change) => change.clipId));
  const inLibrary = clips.filter((clip) => clip.trashedAt === null);
  const owners = [...versions, ...images, ...highlights].map((row) => row.clipId);
  const orphans = [...bodies, ...sources, ...edits, ...owners].filter((id) => !ids.has(id));
  return {
    clips: clips.length,
    problems: [
      ...clips.filter((clip) => !withBody.has(clip.id)).map((clip) => `clip ${clip.id} has no body`),
      ...clips
        .filter((clip) => !changed.has(clip.id))
        .map((clip) => `clip ${clip.id} is not in the change log`),
      ...clips.flatMap((clip) =>
        clip.tags.filter((key) => !known.has(key)).map((key) => `clip ${clip.id} has the unknown tag ${key}`),
      ),
      ...highlights.flatMap(({ id, tags: keys }) =>
        keys.filter((key) => !known.has(key)).map((key) => `highlight ${id} has the unknown tag ${key}`),
      ),
      ...orphans.map((id) => `something is left of clip ${id}`),
      ...imageProblems(images, files),
      ...highlightProblems({ clips, highlights, bodies: texts, edits: edited, versions }),
      ...repeated(inLibrary.map((clip) => clip.urlKey)).map((key) => `two clips of ${key}`),
    ],
  };
}

function imageProblems(images: readonly ClipImage[], files: readonly string[]): string[] {
  const stored = images.filter((image) => image.state === 'stored');
  const [named, kept] = [new Set(stored.map((image) => image.hash)), new Set<string | null>(files)];
  return [
    ...stored
      .filter(({ hash }) => !kept.has(hash))
      .map(({ clipId, url }) => `clip ${clipId} has lost the picture ${url}`),
    ...files.filter((hash) => !named.has(hash)).map((hash) => `the picture ${hash} belongs to no clip`),
  ];
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
