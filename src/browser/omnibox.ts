import { browser } from './browser.ts';
import { can } from './capabilities.ts';

export interface AddressBarSuggestion {
  readonly title: string;
  readonly site: string;
  /** Stretches of the title to mark, UTF-16 units, in order. */
  readonly titleRanges: readonly (readonly [start: number, end: number])[];
  /** One of our pages, such as `pages/reader/index.html?id=…`. */
  readonly path: string;
}

export interface AddressBarHandlers {
  /** A newer text aborts the older one's signal. */
  readonly suggest: (text: string, signal: AbortSignal) => Promise<readonly AddressBarSuggestion[]>;
  /** Where Enter leads with this text, which no suggestion was chosen for. */
  readonly pathOf: (text: string) => string;
  /** Shown above the suggestions. */
  readonly hint: string;
  readonly report: (error: unknown) => void;
}

/** Answers in the address bar after the manifest's keyword. To be called in the worker's first turn. */
export function serveAddressBar({ suggest, pathOf, hint, report }: AddressBarHandlers): void {
  if (!can('addressBar')) return;
  let newest = new AbortController();
  browser.omnibox.setDefaultSuggestion({ description: escaped(hint) });
  browser.omnibox.onInputChanged.addListener((text, show) => {
    newest.abort();
    const controller = new AbortController();
    newest = controller;
    const answer = async () => {
      const suggestions = await suggest(text, controller.signal);
      if (!controller.signal.aborted) show(suggestions.map(shown));
    };
    answer().catch((error: unknown) => {
      if (!controller.signal.aborted) report(error);
    });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const own = browser.runtime.getURL('');
    const url = text.startsWith(own) ? text : browser.runtime.getURL(pathOf(text));
    const opened =
      disposition === 'currentTab'
        ? browser.tabs.update({ url })
        : browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
    opened.catch(report);
  });
}

function shown({ title, site, titleRanges, path }: AddressBarSuggestion) {
  const content = browser.runtime.getURL(path);
  if (!marksUp) return { content, description: `${title} — ${site}` };
  return { content, description: `${markedUp(title, titleRanges)} <dim>${escaped(site)}</dim>` };
}

/** Chrome reads descriptions as XML; Firefox, which alone tells its name, shows them as they are. */
const marksUp = !('getBrowserInfo' in browser.runtime);

function markedUp(text: string, ranges: AddressBarSuggestion['titleRanges']): string {
  let place = 0;
  let result = '';
  for (const [start, end] of ranges) {
    if (start < place) continue;
    result += `${escaped(text.slice(place, start))}<match>${escaped(text.slice(start, end))}</match>`;
    place = end;
  }
  return result + escaped(text.slice(place));
}

function escaped(text: string): string {
  if (!marksUp) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll(/\p{Cc}/gu, ' ');
}
