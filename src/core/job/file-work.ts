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
  readonly added: number;
  /** There already: given what the file had more of. */
  readonly merged: number;
  /** Entries that could not be taken, and the first of them. */
  readonly failed: number;
  readonly problems: readonly ImportProblem[];
  /** Why it stands still, where it is not the reader who paused it. */
  readonly failure: FailureCode | null;
}

export type RestoreMode = 'merge' | 'replace';

/** Problems that are kept with the job; the rest is counted. */
const keptProblems = 500;

export function newFileWork(copy: string, mode: RestoreMode): FileWork {
  return { copy, mode, added: 0, merged: 0, failed: 0, problems: [], failure: null };
}

/** How many entries of the file are done: what comes next is the entry with this index. */
export function positionOf({ added, merged, failed }: FileWork): number {
  return added + merged + failed;
}

/** The journal after some entries more. */
export function afterEntries(
  work: FileWork,
  { added, merged, problems }: { added: number; merged: number; problems: readonly ImportProblem[] },
): FileWork {
  return {
    ...work,
    added: work.added + added,
    merged: work.merged + merged,
    failed: work.failed + problems.length,
    problems: [...work.problems, ...problems].slice(0, keptProblems),
    failure: null,
  };
}
