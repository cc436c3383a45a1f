import { onPartPicked } from '../../browser/part-tab.ts';
import { translate } from '../../browser/translate.ts';
import type { Library } from '../library.ts';
import { clipQuietly } from './clip-quietly.ts';
import { saveTab } from './save-tab.ts';

/** The part of a page that the user has pointed at is clipped, without the popup: pointing closes it. */
export function servePickedParts(library: Library, report: (error: unknown) => void): void {
  onPartPicked((tabId, isTaken) => {
    if (isTaken) void clipQuietly(tabId, () => saveTab(library, tabId, 'part'), report);
  }, translate('partHint'));
}
