import { browser } from './browser.ts';
import { openExtensionPage } from './open-page.ts';

/** Opens one of our pages from the popup, which then has done its work; Firefox would leave it open. */
export async function openFromPopup(path: string): Promise<void> {
  await openExtensionPage(path);
  closePopup();
}

/** Closes the popup; a popup's page that stands in a tab stays. */
export function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
