import type { ClipId } from '../../../core/clip/clip.ts';
import type { send } from '../../../rpc/commands/client.ts';

/** Tells the worker where the user is in the article. */
export interface ReadingKeeper {
  /** `share` of the article above the window's top, 0 to 1; `block` at the top. */
  readonly at: (share: number, block: number) => void;
  /** At once, for a page that is going away. */
  readonly flush: () => void;
}

/** Milliseconds without scrolling after which the user is taken to read. */
const rest = 1_200;

export function createReadingKeeper(clipId: ClipId, give: typeof send): ReadingKeeper {
  let now: { readonly share: number; readonly block: number } | null = null;
  let kept = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    if (now === null) return;
    const said = JSON.stringify(now);
    if (said === kept) return;
    kept = said;
    // A place that is not kept is no loss to tell of; the next one is tried again.
    give('keepReadingPlace', { clipId, ...now }).catch(() => (kept = ''));
  };
  return {
    at(share, block) {
      // How the page was opened is no step of reading.
      if (now === null) kept = JSON.stringify({ share, block });
      now = { share, block };
      clearTimeout(timer);
      timer = setTimeout(flush, rest);
    },
    flush,
  };
}
