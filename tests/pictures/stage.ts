import type { Blog } from '../harness/serve-blog.ts';
import type { SampleSites } from '../harness/serve-samples.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import type { Camera } from './camera.ts';

/** What the scenes of one run share. They follow each other on one profile, whose library grows. */
export interface Stage {
  readonly app: RunningExtension;
  readonly sites: SampleSites;
  readonly blog: Blog;
  readonly language: string;
  readonly camera: Camera;
  /** Widths of the pages in tabs, px. */
  readonly widths: readonly number[];
}

/** Part of the run: its pictures are those whose names begin with its own. */
export interface Scene {
  readonly name: string;
  /** Clips that the library holds by then. */
  readonly clips: 0 | 1 | 12 | 10_000;
  readonly take: (stage: Stage) => Promise<void>;
}
