import { type ReadonlySignal, computed, effect, signal, untracked } from '@preact/signals';
import { type ClipHighlights, highlightFilter } from '../../../search/lists/highlight-list.ts';
import { highlightPage } from '../../../database/highlights/highlight-page.ts';
import type { OpenStore } from '../../store/open-store.ts';
import type { Results } from './results.ts';

/** The highlights of the clips in the list, clip by clip, read as the user scrolls. */
export interface LibraryHighlights {
  readonly shown: ReadonlySignal<readonly ClipHighlights[]>;
  readonly done: ReadonlySignal<boolean>;
  /** Read only while their view is shown. */
  readonly start: () => () => void;
  readonly more: () => void;
}

/** Clips of one page. */
const pageSize = 20;

export function createLibraryHighlights(
  store: OpenStore,
  results: Results,
  reportBug: (error: unknown) => void,
): LibraryHighlights {
  const shown = signal<readonly ClipHighlights[]>([]);
  const done = signal(false);
  const filter = computed(() => highlightFilter(results.query.value));
  const clips = computed(() => results.clips.value.filter((clip) => (clip.highlights ?? 0) > 0));
  let looked = 0;
  let begun = false;
  let reading: AbortController | null = null;

  const read = async (controller: AbortController, fresh: boolean) => {
    const page = await store.read((database) =>
      highlightPage(database, clips.peek(), filter.peek(), { from: looked, wanted: pageSize }),
    );
    if (controller.signal.aborted) return;
    looked = page.looked;
    shown.value = fresh ? page.groups : [...shown.peek(), ...page.groups];
    done.value = looked >= clips.peek().length;
    reading = null;
  };
  const begin = (fresh: boolean) => {
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    if (fresh) looked = 0;
    begun = true;
    read(controller, fresh).catch((error: unknown) => {
      if (!controller.signal.aborted) reportBug(error);
    });
  };
  return {
    shown,
    done,
    start: () =>
      effect(() => {
        const ready = clips.value.length >= 0 && store.state.value.kind === 'open' && !results.busy.value;
        if (!ready) return;
        untracked(() => begin(true));
      }),
    more() {
      if (begun && reading === null && !done.peek()) begin(false);
    },
  };
}
