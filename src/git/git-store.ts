import type { GitFiles } from './git-files.ts';
import type { TreeEntry } from './tree-entries.ts';

/** What reads and writes objects. */
export interface GitStore {
  /** The cache is of packs that were read, each as a whole. */
  readonly place: {
    readonly fs: GitFiles['fs'];
    readonly gitdir: string;
    readonly cache: object;
  };
  /** Trees that were read, by id: what is looked up in one is often looked up again. */
  readonly trees: Map<string, ReadonlyMap<string, TreeEntry>>;
  /** Lets go of the packs that are held in memory. */
  readonly forget: () => void;
}

export function gitStore({ fs }: GitFiles): GitStore {
  const place = { fs, gitdir: '/', cache: {} };
  return {
    place,
    trees: new Map(),
    forget: () => {
      place.cache = {};
    },
  };
}
