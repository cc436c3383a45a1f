import { type ReadonlySignal, type Signal, computed, effect, signal } from '@preact/signals';
import type { Clip } from '../../../core/clip/clip.ts';
import type { Extraction } from '../../../core/clip/extraction.ts';
import { likelyKeys, urlKey } from '../../../core/clip/url-key.ts';
import type { SaveArticleInput, SaveLinkInput, SaveResult } from '../../../rpc/commands/contract.ts';
import type { ExtractionScope } from '../../../browser/extract-tab.ts';
import type { CurrentTab } from '../../../browser/current-tab.ts';
import { clipOfPage } from '../../../database/clips/clip-queries.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Store } from './store.ts';
import { type PageReading, createPageReading } from './page-reading.ts';
import { type PageView, type Reading, pageView } from './page-view.ts';
import { createPageWork } from './page-work.ts';
import { createPageSender } from './send-page.ts';

/** This page: what the browser says of it, what was read from it, and the clip of it, if there is one. */
export interface Page {
  readonly tab: ReadonlySignal<CurrentTab | null | undefined>;
  readonly reading: ReadonlySignal<Reading>;
  readonly clip: ReadonlySignal<Clip | null>;
  readonly view: ReadonlySignal<PageView>;
  /** Reads the page, and again after it could not be read; or the part of it that was chosen. */
  readonly read: (scope?: ExtractionScope) => void;
  /** Chooses another part of the page: what is shown, and clipped, is that part from now on. Throws what `choose` throws. */
  readonly readChosen: PageReading['readChosen'];
  /** What the page gives, once it has been read. */
  readonly extraction: () => Promise<Extraction>;
  /** Waits for the page to be read, and stores it. `tags`: null keeps those of a clip that exists; so does no note. */
  readonly save: (
    tags: readonly string[] | null,
    note?: string,
    how?: Pick<SaveArticleInput, 'lesser' | 'into'>,
  ) => Promise<SaveResult | null>;
  readonly saveLink: (
    tags: readonly string[],
    note?: string,
    how?: Pick<SaveLinkInput, 'lesser'>,
  ) => Promise<SaveResult | null>;
  /** Does again what was refused with `clip/would-lose`. */
  readonly answerLesser: (lesser: 'beside' | 'replace') => Promise<SaveResult | null>;
  /** A clip of another address that may be of this page; null where there is none, or one of this page. */
  readonly likely: ReadonlySignal<Clip | null>;
}

export function createPage(dependencies: PopupDependencies, store: Store): Page {
  const pageReading = createPageReading(dependencies);
  const { tab, reading, read, readChosen, extraction, findTab } = pageReading;
  const sendPage = createPageSender(dependencies, pageReading);
  const { work, run, reset } = createPageWork(dependencies);
  const clip = signal<Clip | null>(null);
  const likely = signal<Clip | null>(null);
  let again: (lesser: 'beside' | 'replace') => Promise<SaveResult | null> = () => Promise.resolve(null);

  watchPage(store, clip, () => {
    const url = tab.value?.url ?? '';
    const own = url === '' ? [] : [urlKey(url)];
    const article = reading.value.kind === 'read' ? reading.value.article : null;
    return [...own, ...(article === null ? [] : [urlKey(article.url, article.canonicalUrl)])];
  });
  watchPage(store, likely, () => {
    const article = reading.value.kind === 'read' ? reading.value.article : null;
    return article === null ? [] : likelyKeys(article.url, article.canonicalUrl);
  });

  const page: Page = {
    tab,
    reading,
    clip,
    likely: computed(() => (clip.value === null ? likely.value : null)),
    view: computed(() =>
      pageView({ url: tab.value?.url ?? '', reading: reading.value, work: work.value, clip: clip.value }),
    ),
    read: (scope) => {
      reset();
      read(scope);
    },
    readChosen: (scope, choose) => {
      reset();
      return readChosen(scope, choose);
    },
    extraction,
    answerLesser: (lesser) => again(lesser),
    async save(tags, note, how = {}) {
      again = (lesser) => page.save(tags, note, { ...how, lesser });
      if (reading.peek().kind === 'failed') read();
      const result = await run('saved', () => sendPage({ tags, ...stated(note), ...how }));
      // Where it is the page that failed, the card says what is possible with the page.
      if (result === null && reading.peek().kind === 'failed' && clip.peek() === null) reset();
      return result;
    },
    saveLink(tags, note, how = {}) {
      again = (lesser) => page.saveLink(tags, note, { lesser });
      return run('link-saved', async () => {
        const { url, title } = await findTab();
        return await dependencies.send('saveLink', { url, title, tags, ...stated(note), ...how });
      });
    },
  };
  return page;
}

/** Keeps `found` the clip of the page that any of these keys stands for. */
function watchPage(store: Store, found: Signal<Clip | null>, keysOf: () => readonly string[]): void {
  // A text, so that the same keys again are no change.
  const keys = computed(() => [...new Set(keysOf())].join('\n'));
  effect(() => {
    if (keys.value === '') return undefined;
    const wanted = keys.value.split('\n');
    return store.watch(
      (database) => clipOfPage(database, wanted),
      (clip) => {
        found.value = clip;
      },
    );
  });
}

function stated(note = ''): { readonly note?: string } {
  return note.trim() === '' ? {} : { note };
}
