import { onShortcut } from '../platform/shortcuts.ts';
import { clipQuietly } from './saving/clip-quietly.ts';
import { saveTab } from './saving/save-tab.ts';
import type { Shelf } from './shelf.ts';

/** `clip-silently`: clips the current tab without opening the popup. */
export function serveShortcuts(shelf: Shelf, report: (error: unknown) => void): void {
  onShortcut((command, tab) => {
    if (command === 'clip-silently') void clipQuietly(tab?.id, () => saveTab(shelf, tab?.id, 'page'), report);
  });
}
