import { type ReadonlySignal, effect, signal, untracked } from '@preact/signals';
import type { PageChange } from './compare-page.ts';
import type { Store } from './store.ts';
import type { Page } from './page.ts';

/** Whether the page has changed since it was clipped. */
export interface PageChanges {
  readonly now: ReadonlySignal<PageChange | null>;
  /** What the update by this popup brought: the comparison is in the reader. */
  readonly updated: ReadonlySignal<PageChange | null>;
  /** Resolves when the comparison that is under way is over. */
  readonly settled: () => Promise<void>;
}

/** Compared once the page is read, the library is open and the clip is known; its code is loaded then. */
export function watchPageChange(store: Store, page: Page): PageChanges {
  const now = signal<PageChange | null>(null);
  const updated = signal<PageChange | null>(null);
  let comparing = Promise.resolve();
  effect(() => {
    const view = page.view.value;
    const reading = page.reading.value;
    if (view.kind !== 'clipped' || view.clip === null || view.clip.words === 0 || reading.kind !== 'read')
      return;
    if (view.done !== null) {
      if (view.done === 'updated' && now.peek() !== null) updated.value = now.peek();
      now.value = null;
      return;
    }
    if (store.state.value.kind !== 'open') return;
    const { clip } = view;
    const compare = async () => {
      const { comparePage } = await import('./compare-page.ts');
      const found = await store.read((database) => comparePage(database, clip, reading.article));
      const latest = page.view.peek();
      if (latest.kind === 'clipped' && latest.done === null) now.value = found;
    };
    // Without an answer nothing is said of a change.
    untracked(() => {
      comparing = compare().catch(() => undefined);
    });
  });
  return { now, updated, settled: () => comparing };
}
