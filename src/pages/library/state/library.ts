import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Facets, facetsOf } from '../../../domain/shelf/facets.ts';
import { type BackupLine, createBackupLine } from '../../shelf/backup-line.ts';
import { type Exporting, createExporting } from '../../shelf/exporting.ts';
import { type OpenShelf, createShelf } from '../../shelf/open-shelf.ts';
import { type Redo, createRedo } from '../../shelf/redo.ts';
import { type Address, createAddress } from './address.ts';
import type { LibraryDependencies } from './dependencies.ts';
import { type Edits, createEdits } from './edits.ts';
import { type Results, createResults } from './results.ts';
import { type Selection, createSelection } from './selection.ts';
import { type ShelfRows, createShelfRows } from './shelf-rows.ts';
import { type Snippets, createSnippets } from './snippets.ts';
import { type TagShelf, createTagShelf } from './tag-shelf.ts';

export type DialogName = 'help' | 'palette' | 'add-tags' | 'remove-tags' | 'filters' | 'work';

/** The page's whole state. */
export interface Library {
  readonly dependencies: LibraryDependencies;
  readonly shelf: OpenShelf;
  readonly address: Address;
  readonly rows: ShelfRows;
  readonly results: Results;
  readonly facets: ReadonlySignal<Facets>;
  readonly selection: Selection;
  /** Ticks all that the query finds, also beyond those that are shown at first. */
  readonly selectAll: () => void;
  readonly tags: TagShelf;
  readonly snippets: Snippets;
  readonly edits: Edits;
  readonly exporting: Exporting;
  readonly redo: Redo;
  readonly backup: BackupLine;
  readonly openBackup: () => void;
  readonly dialog: ReadonlySignal<DialogName | null>;
  readonly showDialog: (name: DialogName | null) => void;
  /** Counts up when the keyboard moved: the active row is then focused. */
  readonly focusTurn: ReadonlySignal<number>;
  readonly focusRow: (index: number) => void;
}

export function createLibrary(dependencies: LibraryDependencies): Library {
  const shelf = createShelf(dependencies.openDatabase);
  const address = createAddress();
  const rows = createShelfRows(shelf, dependencies.reportBug);
  const results = createResults(shelf, rows, address, dependencies);
  const selection = createSelection(results.clips);
  const dialog = signal<DialogName | null>(null);
  const focusTurn = signal(0);
  const edits = createEdits(dependencies);
  const attempt = (work: () => Promise<unknown>) => void edits.attempt(async () => void (await work()));
  const services = { ...dependencies, attempt };
  return {
    dependencies,
    shelf,
    address,
    rows,
    results,
    facets: computed(() => facetsOf(results.clips.value)),
    selection,
    selectAll: () =>
      attempt(async () => {
        await results.findAll();
        selection.all();
      }),
    tags: createTagShelf(shelf, rows, dependencies.translation.language),
    snippets: createSnippets(shelf, results, dependencies.reportBug),
    edits,
    exporting: createExporting(shelf.read, services),
    redo: createRedo(shelf, services),
    backup: createBackupLine(dependencies, shelf),
    openBackup: () => dependencies.visit('../options/index.html#transfer'),
    dialog,
    showDialog: (name) => (dialog.value = name),
    focusTurn,
    focusRow(index) {
      selection.activate(Math.max(0, index));
      focusTurn.value += 1;
    },
  };
}

export const LibraryContext = createContext<Library | null>(null);

export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (library === null) throw new Error('a component stands outside of LibraryContext');
  return library;
}
