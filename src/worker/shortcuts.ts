import { onShortcut } from '../browser/shortcuts.ts';
import { copyQuietly } from './copying/copy-quietly.ts';
import { highlightQuietly } from './highlights/highlight-quietly.ts';
import { clipQuietly } from './saving/clip-quietly.ts';
import { saveTab } from './saving/save-tab.ts';
import type { Library } from './library.ts';

/**
 * `clip-silently`: clips the current tab without opening the popup. `highlight`: highlights what is selected in it.
 * `copy-markdown`, `copy-link`: copy it as Markdown.
 */
export function serveShortcuts(library: Library, report: (error: unknown) => void): void {
  onShortcut((command, tab) => {
    if (command === 'clip-silently')
      void clipQuietly(tab?.id, () => saveTab(library, tab?.id, 'page'), report);
    if (command === 'copy-markdown') void copyQuietly(tab ?? {}, 'page', report);
    if (command === 'copy-link') void copyQuietly(tab ?? {}, 'link', report);
    if (command === 'highlight') void highlightQuietly(library, tab?.id, report);
  });
}
