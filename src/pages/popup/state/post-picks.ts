import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { IndexPost } from '../../../core/clip/index-page.ts';
import { alreadyClipped } from '../../../database/jobs/job-queries.ts';
import { statedDate } from '../../../ui/date-text.ts';
import { type Picks, createPicks } from '../../../ui/picks.ts';
import type { Store } from './store.ts';

/** The posts to choose from: at first all that are not in the library. */
export function createPostPicks(
  posts: ReadonlySignal<readonly IndexPost[]>,
  store: Store,
  language: string,
): Picks {
  const clipped = signal<ReadonlySet<string>>(new Set());
  const picks = createPicks(
    computed(() =>
      posts.value.map(({ url, title, date, excerpt }) => ({
        url,
        title,
        detail: [date === null ? '' : statedDate(date, language), excerpt ?? '']
          .filter((part) => part !== '')
          .join(' · '),
        clipped: clipped.value.has(url),
      })),
    ),
  );
  effect(() => {
    const urls = posts.value.map(({ url }) => url);
    picks.pick(urls);
    let first = true;
    return store.watch(
      (database) => alreadyClipped(database, urls),
      (found) => {
        clipped.value = found;
        // Taken back, never added: the user may have chosen before the library answered. Later only the marks follow it.
        if (first) picks.pick(urls.filter((url) => picks.picked.peek().has(url) && !found.has(url)));
        first = false;
      },
    );
  });
  return picks;
}
