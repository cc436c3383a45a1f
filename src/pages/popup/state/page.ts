import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Clip } from '../../../core/clip/clip.ts';
import { urlKey } from '../../../core/clip/url-key.ts';
import type { Extraction } from '../../../core/clip/extraction.ts';
import type { SaveResult } from '../../../rpc/commands/contract.ts';
import type { CurrentTab } from '../../../browser/current-tab.ts';
import { clipOfPage } from '../../../database/clips/clip-queries.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Store } from './store.ts';
import { createPageReading } from './page-reading.ts';
import { type PageView, type Reading, pageView } from './page-view.ts';
import { createPageWork } from './page-work.ts';

/** This page: what the browser says of it, what was read from it, and the clip of it, if there is one. */
export interface Page {
  readonly tab: ReadonlySignal<CurrentTab | null | undefined>;
  readonly reading: ReadonlySignal<Reading>;
  readonly clip: ReadonlySignal<Clip | null>;
  readonly view: ReadonlySignal<PageView>;
  /** Reads the page, and again after it could not be read. */
  readonly read: () => void;
  /** What the page gives, once it has been read. */
  readonly extraction: () => Promise<Extraction>;
  /** Waits for the page to be read, and stores it. `tags`: null keeps those of a clip that exists; so does no note. */
  readonly save: (tags: readonly string[] | null, note?: string) => Promise<SaveResult | null>;
  readonly saveLink: (tags: readonly string[], note?: string) => Promise<SaveResult | null>;
}

export function createPage(dependencies: PopupDependencies, store: Store): Page {
  const { tab, reading, read, extraction, findTab } = createPageReading(dependencies);
  const { work, run, reset } = createPageWork(dependencies);
  const clip = signal<Clip | null>(null);

  // A text, so that the same keys again are no change.
  const keys = computed(() => {
    const url = tab.value?.url ?? '';
    const own = url === '' ? [] : [urlKey(url)];
    const article = reading.value.kind === 'read' ? reading.value.article : null;
    const stated = article === null ? [] : [urlKey(article.url, article.canonicalUrl)];
    return [...new Set([...own, ...stated])].join('\n');
  });
  effect(() => {
    if (keys.value === '') return undefined;
    const wanted = keys.value.split('\n');
    return store.watch(
      (database) => clipOfPage(database, wanted),
      (found) => {
        clip.value = found;
      },
    );
  });

  return {
    tab,
    reading,
    clip,
    view: computed(() =>
      pageView({ url: tab.value?.url ?? '', reading: reading.value, work: work.value, clip: clip.value }),
    ),
    read: () => {
      reset();
      read();
    },
    extraction,
    async save(tags, note) {
      if (reading.peek().kind === 'failed') read();
      const result = await run('saved', async () => {
        const { article, source } = await extraction();
        const { id: tabId } = await findTab();
        return await dependencies.send('saveArticle', { article, tags, source, tabId, ...stated(note) });
      });
      // Where it is the page that failed, the card says what is possible with the page.
      if (result === null && reading.peek().kind === 'failed' && clip.peek() === null) reset();
      return result;
    },
    saveLink: (tags, note) =>
      run('link-saved', async () => {
        const { url, title } = await findTab();
        return await dependencies.send('saveLink', { url, title, tags, ...stated(note) });
      }),
  };
}

function stated(note = ''): { readonly note?: string } {
  return note.trim() === '' ? {} : { note };
}
