import type { NewCommit } from '../../git/commit.ts';
import type { Repository } from '../../git/repository.ts';

/** Where devices meet: a Git repository, or a folder that answers the same questions. */
export type Carrier = Omit<Repository, 'commit' | 'madeAt'> & {
  readonly commit: (commit: NewCommit) => Promise<{ readonly commit: string }>;
  /** When a file of a commit was last changed, epoch ms: in Git with its commit, by the clock of who made it. */
  readonly madeAt: (commit: string, path: string) => Promise<number>;
};
