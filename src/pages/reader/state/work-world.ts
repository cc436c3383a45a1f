import type { Signal } from '@preact/signals';
import type { Database } from '../../../storage/database.ts';
import type * as exportsRoom from '../../shelf/export-clips.ts';
import type { ReaderActions } from './actions.ts';
import type { Attempt, ReaderDialog, ReaderWorld } from './reader-world.ts';
import type * as workRoom from './work-room.ts';

export interface WorkWorld extends Pick<
  ReaderWorld,
  'reader' | 'send' | 'reportBug' | 'toasts' | 'translation'
> {
  readonly actions: Pick<ReaderActions, 'dialog'>;
  readonly loadWorkRoom: () => Promise<WorkRoom>;
  /** Only within the reader's gesture. */
  readonly requestParserPage: () => Promise<boolean>;
  readonly loadExports: () => Promise<Pick<typeof exportsRoom, 'exportClips'>>;
  readonly saveFile: (name: string, content: Blob) => void;
}

export type WorkRoom = Pick<
  typeof workRoom,
  'compareVersions' | 'openDatabase' | 'jobViews' | 'live' | 'versionsOf'
>;

/** What the parts of the reader's work have in common. */
export interface ReaderWork {
  readonly world: WorkWorld;
  readonly dialog: Signal<ReaderDialog | null>;
  readonly loadWorkRoom: () => Promise<WorkRoom>;
  readonly database: () => Promise<Database>;
  readonly attempt: Attempt;
}
