import { Failure } from '../../core/failure.ts';
import { manifestName } from '../backup/manifest.ts';
import { decodeText } from '../text/decode-text.ts';
import { looksLikeZip } from '../zip/read-directory.ts';
import { type ArchiveFiles, filesOfFolder, filesOfZip, readText } from './archive-files.ts';
import { detectFormat, type TextFormat } from './detect-format.ts';
import { importBookmarks } from './import-bookmarks.ts';
import { importClipHtml } from './import-clip-html.ts';
import { importClipsJson } from './import-clips-json.ts';
import { importInstapaper } from './import-instapaper.ts';
import { importKarakeep } from './import-karakeep.ts';
import { importLinkwarden } from './import-linkwarden.ts';
import { importMarkdown } from './import-markdown.ts';
import { importOmnivore, isOmnivoreMetadata } from './import-omnivore.ts';
import { importPocket } from './import-pocket.ts';
import { importRaindrop } from './import-raindrop.ts';
import { importReadwise } from './import-readwise.ts';
import { importTable } from './import-table.ts';
import { importWallabag } from './import-wallabag.ts';
import { type ImportEntry, type Importer, problem } from './imported-clip.ts';

/** A file that has been recognised, and the clips in it; a backup is not imported but restored (readBackup). */
export interface FileImport {
  readonly format: TextFormat | 'omnivore' | 'archive' | 'folder' | 'backup';
  /** May be iterated anew, and gives the same entries again: an interrupted import skips those that it has done. */
  readonly entries: Importer;
}

/** Longest text file, in bytes: it becomes one string, which browsers limit to about 500 million characters. */
const maxText = 400 * 2 ** 20;

/**
 * Recognises a file by its content and gives the clips in it.
 * Throws `import/unknown-format`, `import/unreadable`, `import/too-large`; what is wrong with single entries comes
 * among the entries. A whole that is broken further on (JSON cut off) throws the same while it is iterated.
 */
export async function importFile(file: Blob, fileName: string): Promise<FileImport> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (looksLikeZip(start)) return importArchive(await filesOfZip(file));
  if (file.size > maxText) throw new Failure('import/too-large', `${file.size} bytes`);
  const { text, damagedAt } = decodeText(new Uint8Array(await file.arrayBuffer()));
  const format = detectFormat(fileName, text);
  if (format === null) throw new Failure('import/unknown-format', fileName);
  const problems = damagedAt === null ? [] : [problem('encoding', fileName, { line: damagedAt })];
  return { format, entries: chain(problems, () => importText(format, text, fileName)) };
}

/** The clips in a folder that the reader picked. Throws `import/unknown-format` where it has no file of ours. */
export function importFolder(files: Iterable<{ readonly path: string; readonly file: Blob }>): FileImport {
  const found = importArchive(filesOfFolder(files));
  return found.format === 'archive' ? { ...found, format: 'folder' } : found;
}

function importArchive(files: ArchiveFiles): FileImport {
  if (files.has(manifestName)) return { format: 'backup', entries: [] };
  if (files.paths.some(isOmnivoreMetadata))
    return { format: 'omnivore', entries: chain(files.problems, () => importOmnivore(files)) };
  const readable = files.paths.filter((path) => /\.(?:md|markdown|mdx|csv|json|html?)$/i.test(path));
  if (readable.length === 0) throw new Failure('import/unknown-format', files.paths.slice(0, 5).join(', '));
  return { format: 'archive', entries: chain(files.problems, () => importFiles(files, readable)) };
}

/** Each file of the archive by its own format: a vault of Markdown, Pocket's parts, a folder of exports. */
async function* importFiles(files: ArchiveFiles, paths: readonly string[]): AsyncGenerator<ImportEntry> {
  for (const path of paths) {
    const { text, problems } = await readText(files, path);
    yield* problems;
    if (text === null) continue;
    const format = detectFormat(path, text);
    if (format === null) {
      yield problem('unknown-format', path, { entry: path });
      continue;
    }
    try {
      for (const entry of importText(format, text, path)) yield within(path, entry);
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'bug') throw error;
      yield problem('damaged', error.detail, { entry: path });
    }
  }
}

/** A problem that names its line or number only, with the file that it is in. */
function within(path: string, entry: ImportEntry): ImportEntry {
  if (entry.kind === 'clip' || entry.entry === path) return entry;
  return { ...entry, entry: entry.entry === null ? path : `${path} ${entry.entry}` };
}

const importers: Readonly<Record<TextFormat, (text: string, path: string) => Iterable<ImportEntry>>> = {
  bookmarks: importBookmarks,
  pocket: importPocket,
  raindrop: importRaindrop,
  instapaper: importInstapaper,
  readwise: importReadwise,
  table: importTable,
  wallabag: importWallabag,
  karakeep: importKarakeep,
  linkwarden: importLinkwarden,
  markdown: importMarkdown,
  'clips-json': importClipsJson,
  'clip-html': importClipHtml,
};

function importText(format: TextFormat, text: string, path: string): Iterable<ImportEntry> {
  return importers[format](text, path);
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
