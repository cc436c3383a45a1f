import { browser } from './browser.ts';

/** Asks for access to the site of `url`, at once: the browser answers only within the reader's gesture. */
export function requestSiteAccess(url: string): Promise<boolean> {
  if (!/^https?:/i.test(url)) return Promise.resolve(false);
  const { protocol, hostname } = new URL(url);
  return browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
}
