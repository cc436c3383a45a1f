import type { Extraction } from '../../../core/clip/extraction.ts';
import type { RecognizedPage } from '../../../core/clip/index-page.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { ExtractionScope } from '../../../browser/extract-tab.ts';
import type { holdUnsentClip } from '../../../browser/unsent-clip.ts';
import type { PartTab } from '../../../browser/part-tab.ts';
import type { CurrentTab } from '../../../browser/current-tab.ts';
import type { Shortcut } from '../../../browser/shortcuts.ts';
import type { Announcer } from '../../../ui/announcer.tsx';
import type { BackupLineDependencies } from '../../backup-reminder/backup-line.ts';
import type { openEarlyReads } from './early-reads.ts';
import type { KeptSearches } from './kept-searches.ts';
import type * as storage from './storage.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { Translation } from '../../../ui/translation.ts';

export type Storage = Pick<
  typeof storage,
  | 'openDatabase'
  | 'onGone'
  | 'live'
  | 'searchLibrary'
  | 'nearbyInLibrary'
  | 'searchVocabulary'
  | 'completions'
  | 'hasFilter'
  | 'toggleFilter'
  | 'queryHelp'
  | 'queryPieces'
  | 'withoutPiece'
  | 'suggestedTags'
  | 'storeFailure'
>;

/** All that the popup's state needs of the world. */
export interface PopupDependencies {
  readonly loadStorage: () => Promise<Storage>;
  readonly openEarly: typeof openEarlyReads;
  readonly currentTab: () => Promise<CurrentTab | null>;
  readonly extractTab: (tabId: number, scope?: ExtractionScope) => Promise<Extraction>;
  readonly loadPartTab: () => Promise<PartTab>;
  readonly holdUnsentClip: typeof holdUnsentClip;
  readonly closeSelf: () => void;
  /** What is highlighted on the page itself. */
  readonly onPage: {
    readonly hasSelection: (tabId: number) => Promise<boolean>;
    /** Whether pages of the address's site show their highlights by themselves. */
    readonly showsByItself: (url: string) => Promise<boolean>;
    readonly setShowsByItself: (url: string, shows: boolean) => Promise<void>;
  };
  readonly recognizeTab: (tabId: number) => Promise<RecognizedPage | null>;
  /** Only within the user's gesture. */
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
  readonly requestParserPage: () => Promise<boolean>;
  readonly send: typeof send;
  /** Opens one of our pages, or the address of a page that was kept as a link. */
  readonly openPage: (path: string) => void;
  /** Only within the user's gesture; null where the browser has no place beside the page. */
  readonly openPanel: (() => void) | null;
  readonly settings: BackupLineDependencies['settings'];
  /** Asks the browser to keep our data where the disk gets full, unless it has said yes already. */
  readonly keepStorage: () => Promise<unknown>;
  readonly saveFile: (fileName: string, content: Blob) => void;
  readonly reportBug: (error: unknown) => void;
  /** Epoch ms. */
  readonly now: () => number;
  readonly searches: KeptSearches;
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for them; false where only the user can. */
  readonly openShortcutSettings: () => Promise<boolean>;
  /** Into the clipboard. Rejects where the browser refuses. */
  readonly copy: (text: string, html?: string) => Promise<void>;
  /** Hands an address to the program that is registered for it. */
  readonly openAddress: (address: string) => void;
  readonly translation: Translation;
  readonly announcer: Announcer;
  readonly toasts: Toasts;
}

/** What the list needs of it; the panel has the same list. */
export type ListDependencies = Pick<
  PopupDependencies,
  'send' | 'openPage' | 'toasts' | 'announcer' | 'reportBug' | 'now' | 'searches' | 'copy' | 'translation'
>;
