import { Failure } from '../../core/failure.ts';
import { manifestName } from '../backup/manifest.ts';
import { decodeText } from '../text/decode-text.ts';
import { type ArchiveFiles, filesOfArchive, readText } from './archive/archive-files.ts';
import { importJoplin, isJoplinItem } from './archive/joplin.ts';
import { importOmnivore, isOmnivoreMetadata } from './archive/omnivore.ts';
import type { DayOrder } from '../../core/job/file-work.ts';
import type { FileStart, TextFormat } from './format.ts';
import { textFormats } from './formats.ts';
import { type ImportEntry, type Importer, problem } from './imported-clip.ts';
import { isPrivateExport } from './private-export.ts';
import { importEpub, isEpub } from './xml/epub.ts';

/** A file that has been recognised, and the clips in it; a backup is not imported but restored (readBackup). */
export interface FileImport {
  readonly kind: 'import' | 'backup';
  /** What it is, as the preview names it. */
  readonly format: string;
  /** May be iterated anew, and gives the same entries again: an interrupted import skips those that it has done. */
  readonly entries: Importer;
}

/** Longest text file, in bytes: it becomes one string, which browsers limit to about 500 million characters. */
const maxText = 400 * 2 ** 20;

/** How much of a file's start tells what it is, in UTF-16 units. */
const sniffLength = 256 * 1_024;

/**
 * Recognises a file by its name and content and gives the clips in it; `order` is how the user reads dates that could be
 * read either way.
 * Throws `import/unknown-format`, `import/unreadable`, `import/too-large`; what is wrong with single entries comes
 * among the entries. A whole that is broken further on (JSON cut off) throws the same while it is iterated.
 */
export async function importFile(
  file: Blob,
  fileName: string,
  order: DayOrder | null = null,
): Promise<FileImport> {
  const files = await filesOfArchive(file);
  if (files !== null) return importArchive(files, order);
  if (file.size > maxText) throw new Failure('import/too-large', `${file.size} bytes`);
  const { text, damagedAt } = decodeText(new Uint8Array(await file.arrayBuffer()));
  const start = startOf(fileName, text);
  const format = formatOf(start);
  if (format === null) throw new Failure('import/unknown-format', fileName);
  const problems = damagedAt === null ? [] : [problem('encoding', fileName, { line: damagedAt })];
  const source = { text, path: fileName, files: null, order };
  return {
    kind: 'import',
    format: format.nameOf?.(start) ?? format.name,
    entries: chain(problems, () => format.read(source)),
  };
}

function startOf(path: string, text: string): FileStart {
  const extension = /\.([a-z\d]{1,10})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return { path, extension, text: text.slice(0, sniffLength).trimStart() };
}

function formatOf(start: FileStart): TextFormat | null {
  if (isPrivateExport(start.text)) return null;
  return textFormats.find((format) => format.recognises(start)) ?? null;
}

/** Files that may hold pages; pictures and styles beside them belong to others. */
const readable =
  /\.(?:md|markdown|mdx|csv|tsv|jsonl?|ndjson|org|bib|ris|rdf|rss|atom|url|webloc|x?html?|mhtml?|enex|opml|xml|txt)$/i;
/** What a browser saves beside a page. */
const partOfPage = /(?:_files|\.files|_文件)\//;

function importArchive(files: ArchiveFiles, order: DayOrder | null): FileImport {
  const found = (format: string, rest: () => Importer): FileImport => ({
    kind: 'import',
    format,
    entries: chain(files.problems, rest),
  });
  if (files.has(manifestName)) return { kind: 'backup', format: 'Clipshelf', entries: [] };
  if (files.paths.some(isOmnivoreMetadata)) return found('Omnivore', () => importOmnivore(files));
  if (files.paths.some(isJoplinItem)) return found('Joplin', () => importJoplin(files, order));
  if (isEpub(files)) return found('EPUB', () => importEpub(files));
  const paths = files.paths.filter((path) => readable.test(path) && !partOfPage.test(path));
  if (paths.length === 0) throw new Failure('import/unknown-format', files.paths.slice(0, 5).join(', '));
  return found('ZIP', () => importFiles(files, paths.toSorted(annotationsLast), order));
}

/** Pocket's highlights lie apart from the pages that they are of. */
function annotationsLast(a: string, b: string): number {
  const isLast = (path: string) => Number(/(?:^|\/)(?:annotations|collections)\//.test(path));
  return isLast(a) - isLast(b);
}

/** Each file of the archive by its own format: a vault of Markdown, Pocket's parts, a folder of exports. */
async function* importFiles(
  files: ArchiveFiles,
  paths: readonly string[],
  order: DayOrder | null,
): AsyncGenerator<ImportEntry> {
  for (const path of paths) {
    const { text, problems } = await readText(files, path);
    yield* problems;
    if (text === null) continue;
    const format = formatOf(startOf(path, text));
    if (format === null) {
      yield problem('unknown-format', path, { entry: path });
      continue;
    }
    try {
      for await (const entry of format.read({ text, path, files, order })) yield within(path, entry);
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'bug') throw error;
      yield problem('damaged', error.detail, { entry: path });
    }
  }
}

/** A problem that names its line or number only, with the file that it is in. */
function within(path: string, entry: ImportEntry): ImportEntry {
  const placed = (each: Extract<ImportEntry, { kind: 'problem' }>) =>
    each.entry === path ? each : { ...each, entry: each.entry === null ? path : `${path} ${each.entry}` };
  return entry.kind === 'clip' ? { ...entry, remarks: entry.remarks.map(placed) } : placed(entry);
}

/** Entries that can be iterated again from the start. */
function chain(first: readonly ImportEntry[], rest: () => Importer): AsyncIterable<ImportEntry> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* first;
      yield* rest();
    },
  };
}
