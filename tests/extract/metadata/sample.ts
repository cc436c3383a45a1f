import type { Metadata } from '../../../src/extract/metadata/read-metadata.ts';

/** A page as a generator or platform writes it, and what it says of its article. */
export interface Sample {
  readonly name: string;
  readonly head: string;
  readonly body: string;
  readonly url?: string;
  readonly lang?: string;
  readonly expected: Partial<Metadata>;
}

/** Text enough to be an article's. */
export const english =
  '<p>Schedulers hand a goroutine to an idle thread, and take it back when it blocks.</p>'.repeat(4);
export const chinese = '<p>调度器把协程交给空闲的线程，等它阻塞时再收回来，这样线程不会闲着。</p>'.repeat(4);
