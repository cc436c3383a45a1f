import { browser } from './browser.ts';
import { pageFailure } from './page-access.ts';

export interface PageLink {
  readonly url: string;
  readonly title: string;
}

/** What is used of the page, which is a world of its own: this room is also compiled for the worker, without a DOM. */
declare const document: { querySelectorAll(selector: 'a[href]'): Iterable<Anchor> };
declare function getSelection(): {
  isCollapsed: boolean;
  containsNode(node: Anchor, partly: boolean): boolean;
} | null;
interface Anchor {
  readonly href: string;
  readonly innerText: string;
}

/** The links in what is selected in the tab, in page order. Needs the access of the user's gesture. */
export async function selectedLinks(tabId: number, url: string | undefined): Promise<PageLink[]> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: findSelectedLinks });
    return Array.isArray(frame?.result) ? frame.result.filter(isLink) : [];
  } catch (error) {
    throw pageFailure(url, error);
  }
}

/** It comes out of a hostile page. */
function isLink(value: unknown): value is PageLink {
  if (typeof value !== 'object' || value === null || !('url' in value) || !('title' in value)) return false;
  return typeof value.url === 'string' && typeof value.title === 'string';
}

/** Runs in the page's isolated world. */
function findSelectedLinks(): PageLink[] {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return [];
  return [...document.querySelectorAll('a[href]')]
    .filter((link) => selection.containsNode(link, true))
    .map((link) => ({ url: link.href, title: link.innerText.replaceAll(/\s+/g, ' ').trim().slice(0, 500) }));
}
