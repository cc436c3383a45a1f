import { isWebAddress } from '../core/parse-url.ts';
import { type Permissions, browser } from './browser.ts';

/**
 * Asks for access to the sites of these addresses and nothing else, at once: the browser answers only within the
 * reader's gesture; after it, what was allowed before counts. False where the user says no, and where none of them is a
 * web address.
 */
export function requestAccess(urls: readonly string[]): Promise<boolean> {
  const origins = originsOf(urls);
  if (origins.length === 0) return Promise.resolve(false);
  return browser.permissions.request(accessTo(origins)).catch(() => hasAccess(urls));
}

/**
 * Asks for the user's Git host alone, at once; in Firefox also for sending what clips hold, which is data of the user's.
 * False where the user says no.
 */
export function requestSyncAccess(address: string): Promise<boolean> {
  const access = accessTo(originsOf([address]));
  const wanted: Permissions.Permissions = asksForData() ? { ...access, data_collection: sentData } : access;
  return browser.permissions.request(wanted).catch(() => hasAccess([address]));
}

const sentData: NonNullable<Permissions.Permissions['data_collection']> = ['websiteContent', 'bookmarksInfo'];

/** Firefox asks about data by itself; its manifest says which. */
function asksForData(): boolean {
  return browser.runtime.getManifest().browser_specific_settings !== undefined;
}

/** Asks for access to all sites, within the user's gesture. */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: ['*://*/*'] });
}

/** Whether the pages at all of these addresses may be read without the user's gesture. */
export function hasAccess(urls: readonly string[]): Promise<boolean> {
  const origins = originsOf(urls);
  return origins.length === 0 ? Promise.resolve(true) : browser.permissions.contains(accessTo(origins));
}

/** Asks, within the user's gesture, for the page where documents are parsed. No browser has a question about that. */
export function requestParserPage(): Promise<boolean> {
  return wantsOffscreen() ? browser.permissions.request({ permissions: [offscreen] }) : Promise.resolve(true);
}

/** Whether the parser page can be opened: in Chrome once `offscreen` is granted, in Firefox always. */
export function hasParserPage(): Promise<boolean> {
  return wantsOffscreen()
    ? browser.permissions.contains({ permissions: [offscreen] })
    : Promise.resolve(true);
}

/** Runs whenever the user grants a permission. Register it while the worker starts. */
export function onAccessAdded(run: () => void): void {
  browser.permissions.onAdded.addListener(run);
}

/** Asks for the addresses and titles of all tabs, within the user's gesture. */
export function requestTabs(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['tabs'] });
}

/** Match patterns of the sites, for http and https alike: `*://example.com/*`. Other addresses have none. */
function originsOf(urls: readonly string[]): string[] {
  const hosts = urls.flatMap((url) => {
    if (!isWebAddress(url) || !URL.canParse(url)) return [];
    return [`*://${new URL(url).hostname}/*`];
  });
  return [...new Set(hosts)];
}

/** With Chrome's permission to have a page where documents are parsed; it has no warning of its own. */
function accessTo(origins: string[]): Permissions.Permissions {
  return wantsOffscreen() ? { origins, permissions: [offscreen] } : { origins };
}

function wantsOffscreen(): boolean {
  const optional: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  return optional.includes(offscreen);
}

// The polyfill's types know Firefox's permissions alone.
const offscreen = 'offscreen' as 'idle';
