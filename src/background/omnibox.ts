import { serveAddressBar } from '../platform/omnibox.ts';
import { translate } from '../platform/translate.ts';
import { searchShelf } from '../storage/search/search-queries.ts';
import type { Shelf } from './shelf.ts';

const shownClips = 5;

/** The keyword `clip` in the address bar: up to five clips to read; Enter on the text itself searches the library. */
export function serveOmnibox(shelf: Shelf, report: (error: unknown) => void): void {
  serveAddressBar({
    hint: translate('omniboxHint'),
    report,
    pathOf: (text) => `pages/library/index.html?${new URLSearchParams({ q: text }).toString()}`,
    async suggest(text, signal) {
      if (text.trim() === '') return [];
      const database = await shelf.database();
      const { hits } = await searchShelf(database, text, { limit: shownClips, now: Date.now(), signal });
      return hits.map(({ clip, passage, titleRanges }) => {
        const parameters = new URLSearchParams({ id: clip.id });
        if (passage !== null) parameters.set('block', String(passage.block));
        return {
          title: clip.title,
          site: clip.site,
          titleRanges,
          path: `pages/reader/index.html?${parameters.toString()}`,
        };
      });
    },
  });
}
