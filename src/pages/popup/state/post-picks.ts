import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { IndexPost } from '../../../domain/clip/index-page.ts';
import { alreadyClipped } from '../../../storage/jobs/job-queries.ts';
import { statedDate } from '../../../ui/date-text.ts';
import { type Picks, createPicks } from '../../../ui/picks.ts';
import type { Library } from './library.ts';

/** The posts to choose from: at first all that are not on the shelf. */
export function createPostPicks(
  posts: ReadonlySignal<readonly IndexPost[]>,
  library: Library,
  language: string,
): Picks {
  const clipped = signal<ReadonlySet<string>>(new Set());
  const picks = createPicks(
    computed(() =>
      posts.value.map(({ url, title, date, excerpt }) => ({
        url,
        title,
        detail: [date === null ? null : statedDate(date, language), excerpt]
          .filter((part) => part !== null)
          .join(' · '),
        clipped: clipped.value.has(url),
      })),
    ),
  );
  effect(() => {
    const urls = posts.value.map(({ url }) => url);
    picks.pick(urls);
    let first = true;
    return library.watch(
      (database) => alreadyClipped(database, urls),
      (found) => {
        clipped.value = found;
        // Taken back, never added: the reader may have chosen before the shelf answered. Later only the marks follow it.
        if (first) picks.pick(urls.filter((url) => picks.picked.peek().has(url) && !found.has(url)));
        first = false;
      },
    );
  });
  return picks;
}
