import type { SaveArticleInput, SaveResult } from '../../../rpc/commands/contract.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { PageReading } from './page-reading.ts';

/** How the page is to be clipped. */
type Wanted = Pick<SaveArticleInput, 'tags' | 'note' | 'lesser' | 'into'>;

/**
 * Sends the page to be stored, as soon as it has been read. Until it is sent the worker holds what is wanted, so that a
 * popup that is closed while it waits for a large page clips it all the same.
 */
export function createPageSender(
  { send, holdUnsentClip }: Pick<PopupDependencies, 'send' | 'holdUnsentClip'>,
  { tab, reading, extraction, findTab, scope }: PageReading,
): (wanted: Wanted) => Promise<SaveResult> {
  const hold = (wanted: Wanted): (() => void) => {
    const tabId = tab.peek()?.id;
    if (tabId === undefined || reading.peek().kind !== 'reading') return () => undefined;
    return holdUnsentClip({ tabId, scope: scope(), ...wanted });
  };
  return async (wanted) => {
    const release = hold(wanted);
    try {
      const { article, source } = await extraction();
      const { id: tabId } = await findTab();
      const saving = send('saveArticle', { article, source, tabId, ...wanted });
      release();
      return await saving;
    } finally {
      release();
    }
  };
}
