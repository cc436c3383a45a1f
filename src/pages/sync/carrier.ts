import type { LibraryLock } from '../../core/sync/library-lock.ts';
import type { NewCommit } from '../../git/commit.ts';
import type { Repository } from '../../git/repository.ts';

/** Where devices meet: a Git repository, or a folder that answers the same questions. */
export interface Carrier extends Omit<Repository, 'commit' | 'madeAt'> {
  /** Of what two devices send at once, the second is refused. Where not, one may take the other's place. */
  readonly isAtomic: boolean;
  readonly commit: (commit: NewCommit) => Promise<{ readonly commit: string }>;
  /** When a file of a commit was last changed, epoch ms: in Git with its commit, by the clock of who made it. */
  readonly madeAt: (commit: string, path: string) => Promise<number>;
  /** Where nobody but Clipshelf can read the files. */
  readonly encrypted?: Encrypted;
}

export interface Encrypted {
  readonly lock: LibraryLock;
  /** Whether a change names a file by the name that others see, since it did not open. */
  readonly isUnopened: (path: string) => boolean;
  /** The files as others see them. */
  readonly outside: Pick<Carrier, 'find' | 'read'>;
}
