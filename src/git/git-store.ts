import type { GitFiles } from './git-files.ts';

/** What reads and writes objects; the cache is of parsed packs. */
export interface GitStore {
  readonly place: {
    readonly fs: GitFiles['fs'];
    readonly gitdir: string;
    readonly cache: object;
  };
}

export function gitStore({ fs }: GitFiles): GitStore {
  return { place: { fs, gitdir: '/', cache: {} } };
}
