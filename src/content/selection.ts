import type { Passage } from '../core/highlight/find-passage.ts';
import { selectedPassage } from './highlights/selected-passage.ts';

/**
 * Runs in the page; its value is what `scripting.executeScript` returns: the passage that is selected, or null. The range
 * stays here for paint.js, in the extension's own world: what was just selected need not be looked for.
 */
function readSelection(): Passage | null {
  const selected = selectedPassage(document);
  Object.assign(globalThis, { clipshelfSelected: selected?.range ?? null });
  return selected?.passage ?? null;
}

export default readSelection();
