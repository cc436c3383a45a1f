import type { send } from '../../../rpc/commands/client.ts';
import type { Database } from '../../../database/database.ts';
import type { BackupLineDependencies } from '../../backup-reminder/backup-line.ts';
import type { ExportDependencies } from '../../export/exporting.ts';
import type { ListLookChoice } from '../../frame/list-look.ts';
import type { Announcer } from '../../../ui/announcer.tsx';
import type { ThemeChoice } from '../../../ui/theme.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { Translation } from '../../../ui/translation.ts';

/** All that the library page needs of the world. */
export interface LibraryDependencies {
  readonly openDatabase: () => Promise<Database>;
  readonly send: typeof send;
  /** Goes to an address in this tab, so that Back returns to the list. */
  readonly visit: (address: string) => void;
  /** Opens an address, or a page of ours, in a new tab. */
  readonly openTab: (address: string) => void;
  readonly look: ListLookChoice;
  /** Goes to the page that clips many, with this list. */
  readonly clipList: (text: string) => void;
  /** Where it is shown what is in these files, before any of it is taken over. Called within the event. */
  readonly importAddress: (data: DataTransfer) => Promise<string | null>;
  /** Into the clipboard. Rejects where the browser refuses. */
  readonly copy: (text: string, html?: string) => Promise<void>;
  /** Both only within the user's gesture. */
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
  readonly requestParserPage: () => Promise<boolean>;
  readonly settings: BackupLineDependencies['settings'];
  readonly loadExports: ExportDependencies['loadExports'];
  readonly saveFile: ExportDependencies['saveFile'];
  readonly theme: ThemeChoice;
  readonly reportBug: (error: unknown) => void;
  /** Epoch ms. */
  readonly now: () => number;
  readonly translation: Translation;
  readonly announcer: Announcer;
  readonly toasts: Toasts;
}
