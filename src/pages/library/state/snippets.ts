import { type ReadonlySignal, computed, effect, signal, untracked } from '@preact/signals';
import { canonicalLanguage } from '../../../search/query/label-names.ts';
import { type Snippet, snippetFilter } from '../../../search/lists/snippets.ts';
import { snippetPage } from '../../../database/clips/snippet-queries.ts';
import type { OpenStore } from '../../store/open-store.ts';
import type { Results } from './results.ts';

/** The code blocks of the clips in the list, read as the user scrolls. */
export interface Snippets {
  readonly shown: ReadonlySignal<readonly Snippet[]>;
  readonly done: ReadonlySignal<boolean>;
  /** Snippets are read only while their view is shown. */
  readonly start: () => () => void;
  readonly more: () => void;
}

const pageSize = 30;

export function createSnippets(
  store: OpenStore,
  results: Results,
  reportBug: (error: unknown) => void,
): Snippets {
  const shown = signal<readonly Snippet[]>([]);
  const done = signal(false);
  const filter = computed(() => snippetFilter(results.query.value));
  const clips = computed(() => {
    const { languages } = filter.value;
    return results.clips.value.filter(
      (clip) =>
        clip.codeBlocks > 0 &&
        (languages.size === 0 || clip.codeLanguages.some((each) => languages.has(canonicalLanguage(each)))),
    );
  });
  let looked = 0;
  let begun = false;
  let reading: AbortController | null = null;

  const read = async (controller: AbortController, fresh: boolean) => {
    const page = await store.read((database) =>
      snippetPage(database, clips.peek(), filter.peek(), {
        from: looked,
        wanted: pageSize,
        signal: controller.signal,
      }),
    );
    if (controller.signal.aborted) return;
    looked = page.looked;
    shown.value = fresh ? page.snippets : [...shown.peek(), ...page.snippets];
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
