import type { TreeEntry } from 'isomorphic-git';
import type { GitFiles } from './git-files.ts';

/** What reads and writes objects; the cache is of parsed packs. */
export interface GitStore {
  readonly place: {
    readonly fs: GitFiles['fs'];
    readonly gitdir: string;
    readonly cache: object;
  };
  /** Trees that were read, by id: what is looked up in one is often looked up again. */
  readonly trees: Map<string, ReadonlyMap<string, TreeEntry>>;
}

export function gitStore({ fs }: GitFiles): GitStore {
  return { place: { fs, gitdir: '/', cache: {} }, trees: new Map() };
}
