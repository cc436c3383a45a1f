import type { GitFiles } from './git-files.ts';
import type { PackIndex, PackReader } from './pack-reader.ts';
import type { TreeEntry } from './tree-entries.ts';

/** A pack that is here. Its index stays in memory, it itself for as long as there is room. */
export interface StoredPack {
  /** `pack-….idx` */
  readonly name: string;
  readonly index: PackIndex;
  reader: Promise<PackReader> | null;
  /** 0 while it is not in memory. */
  bytes: number;
}

export interface Commit {
  readonly tree: string;
  /** When it was made, epoch ms, by the clock of who made it. */
  readonly at: number;
}

/** What reads and writes objects. */
export interface GitStore {
  /** What isomorphic-git asks for; its cache is of packs, each as a whole. */
  readonly place: {
    readonly fs: GitFiles['fs'];
    readonly gitdir: string;
    readonly cache: object;
  };
  /** All packs; null where some came or went since they were looked for. */
  packs: Promise<readonly StoredPack[]> | null;
  readonly knownPacks: Map<string, StoredPack>;
  /** Trees that were read, by id: what is looked up in one is often looked up again. */
  readonly trees: Map<string, ReadonlyMap<string, TreeEntry>>;
  /** Commits that were read, by id. */
  readonly commits: Map<string, Commit>;
  /** To be called where packs came or went. */
  readonly forget: () => void;
}

export function gitStore({ fs }: GitFiles): GitStore {
  const place = { fs, gitdir: '/', cache: {} };
  const store: GitStore = {
    place,
    packs: null,
    knownPacks: new Map(),
    trees: new Map(),
    commits: new Map(),
    forget: () => {
      place.cache = {};
      store.packs = null;
    },
  };
  return store;
}
