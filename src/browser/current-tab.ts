import { withoutDirections } from '../core/clip/without-directions.ts';
import { browser } from './browser.ts';

export interface CurrentTab {
  readonly id: number;
  /** Empty where the browser does not tell, such as on another extension's page. */
  readonly url: string;
  readonly title: string;
}

/** The tab that the popup or the command was opened on; null in a window without one. */
export async function currentTab(): Promise<CurrentTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? '', title: withoutDirections(tab.title ?? '') };
}
