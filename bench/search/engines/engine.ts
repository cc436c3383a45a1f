import type { Saved } from '../corpus/library.ts';

export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly snippet: string;
}

/** One way to search, run in a page of its own. All times are taken outside. */
export interface Engine {
  /** Puts clips into the engine; the last call is followed by `finish`. */
  readonly add: (clips: readonly Saved[]) => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Whatever a page that has just started has to do before it can ask. */
  readonly open: () => Promise<void>;
  readonly answer: (query: string, limit: number) => Promise<readonly Shown[]>;
  /** Bytes of the index alone, as stored; null if the engine cannot tell. */
  readonly indexBytes: () => Promise<number | null>;
  /** Adds one clip to the full library, index included, durably; milliseconds. Null: only by storing all anew. */
  readonly addOne: ((clip: Saved) => Promise<number>) | null;
  /** Milliseconds of each step of maintenance since the last call. */
  readonly maintenance?: () => Promise<readonly number[]>;
}
