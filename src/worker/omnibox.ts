import { serveAddressBar } from '../browser/omnibox.ts';
import { translate } from '../browser/translate.ts';
import { searchLibrary } from '../database/search/search-queries.ts';
import type { Library } from './library.ts';

const shownClips = 5;

/** The keyword `clip` in the address bar: up to five clips to read; Enter on the text itself searches the library. */
export function serveOmnibox(library: Library, report: (error: unknown) => void): void {
  serveAddressBar({
    hint: translate('omniboxHint'),
    report,
    pathOf: (text) => `pages/library/index.html?${new URLSearchParams({ q: text }).toString()}`,
    async suggest(text, signal) {
      if (text.trim() === '') return [];
      const database = await library.database();
      const { hits } = await searchLibrary(database, text, { limit: shownClips, now: Date.now(), signal });
      return hits.map(({ clip, excerpt, titleRanges }) => {
        const parameters = new URLSearchParams({ id: clip.id });
        if (excerpt !== null) parameters.set('block', String(excerpt.block));
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
