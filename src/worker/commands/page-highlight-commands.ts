import type { Handlers } from '../../rpc/commands/server.ts';
import { highlightSelection } from '../highlights/highlight-selection.ts';
import { showHighlights } from '../highlights/show-highlights.ts';
import type { Library } from '../library.ts';

export type PageHighlightCommand = 'highlightSelection' | 'showHighlights';

/** What the worker does to highlights in the page of a tab: apart from the rest, since it needs the browser. */
export function pageHighlightCommands(library: Library): Pick<Handlers, PageHighlightCommand> {
  return {
    highlightSelection: ({ tabId, ...look }) => highlightSelection(library, tabId, look),
    showHighlights: ({ tabId, urlKeys }) => showHighlights(library, tabId, urlKeys),
  };
}
