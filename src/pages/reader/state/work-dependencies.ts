import type { Signal } from '@preact/signals';
import type { Database } from '../../../database/database.ts';
import type * as exportsRoom from '../../export/export-clips.ts';
import type { ReaderActions } from './actions.ts';
import type { Attempt, ReaderDialog, ReaderContextDependencies } from './reader-dependencies.ts';
import type * as workModules from './work-modules.ts';

export interface ReaderWorkDependencies extends Pick<
  ReaderContextDependencies,
  'reader' | 'send' | 'reportBug' | 'toasts' | 'translation' | 'requestAccess'
> {
  readonly actions: Pick<ReaderActions, 'dialog'>;
  readonly loadWorkModules: () => Promise<WorkModules>;
  /** Only within the reader's gesture. */
  readonly requestParserPage: () => Promise<boolean>;
  readonly loadExports: () => Promise<Pick<typeof exportsRoom, 'exportClips'>>;
  readonly saveFile: (name: string, content: Blob) => void;
}

export type WorkModules = Pick<
  typeof workModules,
  'compareVersions' | 'textHash' | 'openDatabase' | 'itemsOf' | 'jobViews' | 'live' | 'versionsOf'
>;

/** What the parts of the reader's work have in common. */
export interface ReaderWork {
  readonly world: ReaderWorkDependencies;
  readonly dialog: Signal<ReaderDialog | null>;
  readonly loadWorkModules: () => Promise<WorkModules>;
  readonly database: () => Promise<Database>;
  readonly attempt: Attempt;
}
