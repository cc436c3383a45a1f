import type { KeptOfMerge } from '../clip/merge-clips.ts';
import type { FailureCode } from '../failure.ts';
import type { ImportProblem } from './import-problem.ts';

/**
 * The journal of a file that is being taken over, kept in its job's row. The transaction that writes an entry's clip also
 * moves on the counts, so each entry is done once whatever dies in between.
 */
export interface FileWork {
  /** Name of our copy of the file: the page that it was given to may be gone. */
  readonly copy: string;
  /** `replace`: what a backup does not have goes to the trash. */
  readonly mode: RestoreMode;
  /** How its dates are read where day and month could be either, if the user was asked. */
  readonly order?: DayOrder | null;
  readonly added: number;
  /** There already: given what the file had more of. */
  readonly merged: number;
  /** Entries that could not be taken, and the first of them. */
  readonly failed: number;
  readonly problems: readonly ImportProblem[];
  /** What clips that were there keep in another place than before. Missing in jobs of 0.1. */
  readonly kept?: KeptCounts;
  /** Why it stands still, where it is not the user who paused it. */
  readonly failure: FailureCode | null;
}

export interface KeptCounts {
  /** Texts that became versions. */
  readonly versions: number;
  /** Notes that were joined to one that was there. */
  readonly notes: number;
  /** Clips that came out of the trash. */
  readonly fromTrash: number;
}

export type RestoreMode = 'merge' | 'replace';

/** How `05/03/2024` is to be read. */
export type DayOrder = 'day-first' | 'month-first';

/** Problems that are kept with the job; the rest is counted. */
const keptProblems = 500;

/** The work of a file job before its first entry. `copy` is the name of the staged file. */
export function newFileWork(copy: string, mode: RestoreMode, order: DayOrder | null = null): FileWork {
  return { copy, mode, order, added: 0, merged: 0, failed: 0, problems: [], failure: null };
}

/** How many entries of the file are done: what comes next is the entry with this index. */
export function positionOf({ added, merged, failed }: FileWork): number {
  return added + merged + failed;
}

/** What became of an entry, and what there is to say of it. */
export type TakenEntry = { readonly problems: readonly ImportProblem[] } & (
  { readonly outcome: 'added' | 'failed' } | { readonly outcome: 'merged'; readonly kept: KeptOfMerge }
);

const nothingKept: KeptCounts = { versions: 0, notes: 0, fromTrash: 0 };

/** The journal after one entry more. */
export function afterEntry(work: FileWork, entry: TakenEntry): FileWork {
  const { outcome, problems } = entry;
  const before = work.kept ?? nothingKept;
  const kept =
    outcome !== 'merged'
      ? before
      : {
          versions: before.versions + Number(entry.kept.version),
          notes: before.notes + Number(entry.kept.note),
          fromTrash: before.fromTrash + Number(entry.kept.fromTrash),
        };
  return {
    ...work,
    added: work.added + Number(outcome === 'added'),
    merged: work.merged + Number(outcome === 'merged'),
    failed: work.failed + Number(outcome === 'failed'),
    problems: [...work.problems, ...problems].slice(0, keptProblems),
    kept,
    failure: null,
  };
}
