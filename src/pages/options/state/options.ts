import { type ReadonlySignal, signal } from '@preact/signals';
import type { Shortcut } from '../../../browser/shortcuts.ts';
import type { LibraryReport } from '../../../database/check-library.ts';
import { clipCounts } from '../../../database/clips/clip-queries.ts';
import type { Database } from '../../../database/database.ts';
import type { live } from '../../../database/live.ts';
import { type LibraryUsage, libraryUsage } from '../../../database/usage-queries.ts';
import type { Attempt } from '../../../ui/attempt.ts';

export interface OptionsDependencies {
  readonly openDatabase: () => Promise<Database>;
  readonly live: typeof live;
  /** Bytes that the browser counts for us; null where it does not say. */
  readonly estimate: () => Promise<number | null>;
  /** Of the copy of the user's repository, in bytes. */
  readonly repositorySize: () => Promise<number>;
  readonly isPersisted: () => Promise<boolean>;
  readonly persist: () => Promise<boolean>;
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
  readonly openShortcutSettings: () => Promise<boolean>;
  readonly grantedSites: () => Promise<readonly string[]>;
  readonly withdrawSite: (pattern: string) => Promise<void>;
  readonly attempt: Attempt;
  readonly fail: (error: unknown) => void;
}

/** Something worked out on request. */
export type Inquiry<Result> =
  | { readonly state: 'unasked' }
  | { readonly state: 'working' }
  | { readonly state: 'answered'; readonly result: Result };

export interface Options {
  readonly counts: ReadonlySignal<{ readonly clips: number; readonly trashed: number } | null>;
  readonly bytes: ReadonlySignal<number | null>;
  /** Whether the browser has promised to keep our data; null until it is known. */
  readonly persisted: ReadonlySignal<boolean | null>;
  readonly usage: ReadonlySignal<Inquiry<StorageUsage>>;
  readonly check: ReadonlySignal<Inquiry<LibraryReport>>;
  readonly shortcuts: ReadonlySignal<readonly Shortcut[]>;
  readonly sites: ReadonlySignal<readonly string[]>;
  readonly askToPersist: () => void;
  readonly measureUsage: () => void;
  readonly runCheck: () => void;
  readonly changeShortcuts: () => void;
  readonly withdraw: (pattern: string) => void;
  readonly start: () => void;
}

/** Sizes in bytes; the copy of the user's repository among them. */
export type StorageUsage = LibraryUsage & { readonly repository: number };

/** What the options page knows and does. Nothing happens before `start`. */
export function createOptions(dependencies: OptionsDependencies): Options {
  const counts = signal<{ clips: number; trashed: number } | null>(null);
  const bytes = signal<number | null>(null);
  const persisted = signal<boolean | null>(null);
  const usage = signal<Inquiry<StorageUsage>>({ state: 'unasked' });
  const check = signal<Inquiry<LibraryReport>>({ state: 'unasked' });
  const shortcuts = signal<readonly Shortcut[]>([]);
  const sites = signal<readonly string[]>([]);
  const { attempt } = dependencies;
  const { open, inquire } = createInquiries(dependencies);

  return {
    counts,
    bytes,
    persisted,
    usage,
    check,
    shortcuts,
    sites,
    askToPersist: () =>
      attempt(async () => {
        persisted.value = await dependencies.persist();
      }),
    measureUsage: () =>
      inquire(usage, async (database) => ({
        ...(await libraryUsage(database)),
        repository: await dependencies.repositorySize(),
      })),
    runCheck: () => inquire(check, loadAndCheck),
    changeShortcuts: () =>
      attempt(async () => {
        await dependencies.openShortcutSettings();
      }),
    withdraw: (pattern) =>
      attempt(async () => {
        await dependencies.withdrawSite(pattern);
        sites.value = await dependencies.grantedSites();
      }),
    start: () => {
      attempt(async () => {
        const database = await open();
        dependencies.live(
          () => clipCounts(database),
          (next) => {
            counts.value = next;
            // What was clipped or deleted meanwhile takes room, or gives it back.
            attempt(async () => {
              bytes.value = await dependencies.estimate();
            });
          },
          dependencies.fail,
        );
      });
      attempt(async () => {
        persisted.value = await dependencies.isPersisted();
      });
      attempt(async () => {
        shortcuts.value = await dependencies.shortcuts();
        sites.value = await dependencies.grantedSites();
      });
    },
  };
}

/** Asks the library, one inquiry of a kind at a time; one that failed can be made again. */
function createInquiries({ openDatabase, attempt }: Pick<OptionsDependencies, 'openDatabase' | 'attempt'>) {
  let database: Promise<Database> | null = null;
  const open = () =>
    (database ??= openDatabase().catch((error: unknown) => {
      database = null;
      throw error;
    }));
  const inquire = <Result>(
    into: { value: Inquiry<Result> },
    ask: (database: Database) => Promise<Result>,
  ) => {
    if (into.value.state === 'working') return;
    into.value = { state: 'working' };
    attempt(async () => {
      try {
        into.value = { state: 'answered', result: await ask(await open()) };
      } catch (error) {
        into.value = { state: 'unasked' };
        throw error;
      }
    });
  };
  return { open, inquire };
}

/** The code comes once a check is asked for: it brings the search along. */
async function loadAndCheck(database: Database): Promise<LibraryReport> {
  const { checkLibrary } = await import('../../../database/check-library.ts');
  return await checkLibrary(database);
}
