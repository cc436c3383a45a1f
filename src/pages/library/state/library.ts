import { copyAndSay } from '../../../ui/copy-and-say.ts';
import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Clip } from '../../../core/clip/clip.ts';
import { type Facets, facetsOf } from '../../../search/lists/facets.ts';
import { runningJobCount } from '../../../database/jobs/job-queries.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import { type BackupLine, createBackupLine } from '../../backup-reminder/backup-line.ts';
import type { Complete } from '../../../ui/completion-field.ts';
import { type Exporting, createExporting } from '../../export/exporting.ts';
import { type OpenStore, createStore } from '../../store/open-store.ts';
import { type StartReextraction, createStartReextraction } from '../../job-actions/start-reextraction.ts';
import { getArticles } from '../../job-actions/start-job.ts';
import { type ShownJobs, createShownJobs, kindsOfClipWork } from '../../job-actions/shown-jobs.ts';
import { type Address, createAddress } from './router.ts';
import type { LibraryDependencies } from './dependencies.ts';
import { type Edits, createEdits } from './edits.ts';
import { createCompletions } from './query-completions.ts';
import { type Results, createResults } from './results.ts';
import { type Selection, createSelection } from './selection.ts';
import { type AllRows, createAllRows } from './all-rows.ts';
import { type LibraryHighlights, createLibraryHighlights } from './highlights.ts';
import { type RowPictures, createRowPictures } from './row-pictures.ts';
import { type Snippets, createSnippets } from './snippets.ts';
import { type SmartLists, createSmartLists } from './smart-lists.ts';
import { type TagCounts, createTagCounts } from './tag-counts.ts';

export type DialogName =
  | 'help'
  | 'palette'
  | 'smart-list'
  | 'add-tags'
  | 'remove-tags'
  | 'filters'
  | 'statistics'
  | 'work'
  | 'delete'
  | 'empty-trash';

/** The page's whole state. */
export interface Library {
  readonly dependencies: LibraryDependencies;
  readonly store: OpenStore;
  readonly address: Address;
  readonly rows: AllRows;
  readonly results: Results;
  readonly complete: Complete;
  readonly facets: ReadonlySignal<Facets>;
  readonly selection: Selection;
  /** Ticks all that the query finds, also beyond those that are shown at first. */
  readonly selectAll: () => void;
  readonly tags: TagCounts;
  readonly smartLists: SmartLists;
  readonly highlights: LibraryHighlights;
  readonly snippets: Snippets;
  /** The article that was begun last and not finished. */
  readonly begun: ReadonlySignal<Clip | null>;
  readonly pictures: RowPictures;
  readonly edits: Edits;
  /** Copies, and says whether the browser let us. */
  readonly copyText: (text: string) => void;
  readonly exporting: Exporting;
  /** How many jobs are under way. */
  readonly runningJobs: ReadonlySignal<number>;
  readonly jobs: ShownJobs;
  readonly reextract: StartReextraction;
  /** The articles behind links, as a job. Within the user's gesture. */
  readonly getArticles: (subject: string, links: readonly Clip[]) => void;
  readonly backup: BackupLine;
  readonly openBackup: () => void;
  /** Where the search box stands in the page. */
  readonly searchInput: { current: HTMLInputElement | null };
  readonly dialog: ReadonlySignal<DialogName | null>;
  readonly showDialog: (name: DialogName | null) => void;
  /** Counts up when the keyboard moved: the active row is then focused. */
  readonly focusTurn: ReadonlySignal<number>;
  readonly focusRow: (index: number) => void;
}

export function createLibrary(dependencies: LibraryDependencies): Library {
  const store = createStore(dependencies.openDatabase);
  const address = createAddress();
  const rows = createAllRows(store, dependencies.reportBug);
  const results = createResults(store, rows, address, dependencies);
  const tags = createTagCounts(store, rows, dependencies.translation.language);
  const selection = createSelection(results.clips);
  const dialog = signal<DialogName | null>(null);
  const focusTurn = signal(0);
  const runningJobs = signal(0);
  store.watch(runningJobCount, (count) => (runningJobs.value = count));
  const attempt = createAttempt(dependencies);
  const services = { ...dependencies, attempt };
  const jobs = createShownJobs(store, services, kindsOfClipWork);
  const edits = createEdits(dependencies, jobs);
  const smartLists = createSmartLists(store, rows, edits, dependencies);
  return {
    dependencies,
    store,
    address,
    rows,
    results,
    complete: createCompletions(rows, tags, smartLists),
    facets: computed(() => facetsOf(results.clips.value)),
    selection,
    selectAll: () =>
      attempt(async () => {
        await results.findAll();
        selection.all();
      }),
    tags,
    smartLists,
    highlights: createLibraryHighlights(store, results, dependencies.reportBug),
    snippets: createSnippets(store, results, dependencies.reportBug),
    edits,
    begun: computed(() => lastBegunOf(rows.rows.value)),
    pictures: createRowPictures(store, dependencies.reportBug),
    copyText: (text) => void copyAndSay(dependencies, { text }),
    exporting: createExporting(store.read, services),
    runningJobs,
    jobs,
    reextract: createStartReextraction(jobs, services),
    getArticles: (subject, links) => {
      const started = getArticles(dependencies, subject, links);
      attempt(async () => {
        const jobId = await started;
        if (jobId === null) dependencies.toasts.show({ text: dependencies.translation.t('postsRefused') });
        else jobs.show(jobId);
      });
    },
    backup: createBackupLine(dependencies, store),
    openBackup: () => dependencies.visit('../options/index.html#transfer'),
    searchInput: { current: null },
    dialog,
    showDialog: (name) => (dialog.value = name),
    focusTurn,
    focusRow(index) {
      selection.activate(Math.max(0, index));
      focusTurn.value += 1;
    },
  };
}

function lastBegunOf(clips: readonly Clip[]): Clip | null {
  let last: Clip | null = null;
  for (const clip of clips) {
    if (clip.reading === undefined || clip.readAt !== null || clip.trashedAt !== null) continue;
    if (clip.reading.at > (last?.reading?.at ?? 0)) last = clip;
  }
  return last;
}

export const LibraryContext = createContext<Library | null>(null);

export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (library === null) throw new Error('a component stands outside of LibraryContext');
  return library;
}
