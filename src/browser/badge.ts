import { browser } from './browser.ts';

export type BadgeState = 'working' | 'saved' | 'failed';

const faces: Record<BadgeState, { text: string; color: string }> = {
  working: { text: '…', color: '#6b7280' },
  saved: { text: '✓', color: '#15803d' },
  failed: { text: '!', color: '#b91c1c' },
};

/** Shows on the toolbar button, for this tab, how a clip without the popup is going. `title` is read by screen readers. */
export async function showBadge(tabId: number, state: BadgeState, title: string): Promise<void> {
  const { text, color } = faces[state];
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** Removes the badge and the button's title from this tab. */
export async function clearBadge(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: '' }),
  ]);
}
