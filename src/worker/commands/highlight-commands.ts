import type { Handlers } from '../../rpc/commands/server.ts';
import {
  addHighlights,
  changeHighlight,
  removeHighlights,
  undoHighlights,
} from '../../database/highlights/highlight-writes.ts';
import type { Library } from '../library.ts';

type HighlightCommand = 'addHighlights' | 'changeHighlight' | 'removeHighlights' | 'undoHighlights';

/** What the worker does to the highlights of clips. */
export function highlightCommands(library: Library): Pick<Handlers, HighlightCommand> {
  return {
    addHighlights: async ({ clipId, highlights }) =>
      addHighlights(await library.database(), clipId, highlights, Date.now()),
    changeHighlight: async ({ id, changes }) =>
      changeHighlight(await library.database(), id, changes, Date.now()),
    removeHighlights: async ({ ids }) => removeHighlights(await library.database(), ids, Date.now()),
    undoHighlights: async (undo) => {
      await undoHighlights(await library.database(), undo, Date.now());
      return null;
    },
  };
}
