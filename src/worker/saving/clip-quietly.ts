import { Failure } from '../../core/failure.ts';
import { clearBadge, showBadge } from '../../browser/badge.ts';
import { translate } from '../../browser/translate.ts';

const shownFor = 5_000;

/**
 * Runs a save without the popup; the toolbar button shows how it goes and returns to rest after five seconds. A text that the
 * save gives is what the button says; `failed` is what it says where nothing came of it.
 */
export async function clipQuietly(
  tabId: number | undefined,
  save: () => Promise<unknown>,
  report: (error: unknown) => void,
  failed: string = translate('badgeFailed'),
): Promise<void> {
  const show = (...[state, title]: [Parameters<typeof showBadge>[1], string]) =>
    tabId === undefined ? Promise.resolve() : showBadge(tabId, state, title);
  try {
    await show('working', translate('badgeWorking'));
    const said = await save();
    await show('saved', typeof said === 'string' ? said : translate('badgeSaved'));
  } catch (error) {
    if (!(error instanceof Failure)) report(error);
    const isEmpty = error instanceof Failure && error.code === 'page/no-selection';
    await show('failed', isEmpty ? translate('failurePageNoSelection') : failed);
  }
  if (tabId !== undefined) setTimeout(() => void clearBadge(tabId).catch(report), shownFor);
}
