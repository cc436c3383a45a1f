import type { ClipId } from '../clip/clip.ts';
import type { FailureCode } from '../failure.ts';

/**
 * A picture that a clip names: whether its file is kept, and the journal of getting it. A row that waits is taken up by
 * whichever worker lives.
 *
 *   waiting ─▶ stored        no-access ─▶ waiting, once the user has allowed its site
 *       ╲───▶ no-access      failed ─▶ waiting, when the user asks or the page is clipped again
 *        ╲──▶ failed
 */
export interface ClipImage {
  readonly clipId: ClipId;
  /** As the article's HTML names it. */
  readonly url: string;
  readonly state: 'waiting' | 'stored' | 'no-access' | 'failed';
  /** Key of its file, once it is stored. */
  readonly hash: string | null;
  /** The tab that showed the page, whose own pictures it can read. */
  readonly tabId: number | null;
  readonly attempts: number;
  /** Not to be tried before this time (epoch ms). */
  readonly notBefore: number;
  /** Why it is not there. */
  readonly code: FailureCode | null;
}
