import type { ArchiveFiles } from './archive/archive-files.ts';
import type { DayOrder } from '../../core/job/file-work.ts';
import type { Importer } from './imported-clip.ts';

/** What tells a format: the file's name and how it begins. */
export interface FileStart {
  /** With its folders, where it has any. */
  readonly path: string;
  /** Lower case, without the dot. */
  readonly extension: string;
  /** White space before it left out. */
  readonly text: string;
}

/** A text to be read as pages. */
export interface TextSource {
  readonly text: string;
  readonly path: string;
  /** What lies beside it, in its archive or folder. */
  readonly files: ArchiveFiles | null;
  /** How the user reads ambiguous dates. */
  readonly order: DayOrder | null;
}

export interface TextFormat {
  /** What everybody calls the format, or the tool's own name. */
  readonly name: string;
  /** The tool's name, where one format has many. */
  readonly nameOf?: (start: FileStart) => string;
  readonly recognises: (start: FileStart) => boolean;
  /** Throws `import/unreadable` where the whole is broken. */
  readonly read: (source: TextSource) => Importer;
}
