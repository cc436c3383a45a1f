import { Failure } from '../../core/failure.ts';
import { clearBadge, showBadge } from '../../browser/badge.ts';
import { translate } from '../../browser/translate.ts';

const shownFor = 5_000;

/** Runs a save without the popup; the toolbar button shows how it goes and returns to rest after five seconds. */
export async function clipQuietly(
  tabId: number | undefined,
  save: () => Promise<unknown>,
  report: (error: unknown) => void,
): Promise<void> {
  const show = (...[state, title]: [Parameters<typeof showBadge>[1], string]) =>
    tabId === undefined ? Promise.resolve() : showBadge(tabId, state, title);
  try {
    await show('working', translate('badgeWorking'));
    await save();
    await show('saved', translate('badgeSaved'));
  } catch (error) {
    if (!(error instanceof Failure)) report(error);
    await show('failed', translate('badgeFailed'));
  }
  if (tabId !== undefined) setTimeout(() => void clearBadge(tabId).catch(report), shownFor);
}
