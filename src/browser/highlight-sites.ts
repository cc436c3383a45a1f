import { browser } from './browser.ts';
import { readSetting, writeSetting } from './kept-settings.ts';

/** Name of the setting: match patterns of the sites whose pages show their highlights by themselves. */
const setting = 'highlightSites';
const script = 'highlights';

/** The match pattern of an address's site, as `requestAccess` asks for it. */
function sitePattern(url: string): string {
  return `*://${new URL(url).hostname}/*`;
}

/** Whether pages of this site show their highlights by themselves. */
export async function showsHighlights(url: string): Promise<boolean> {
  return URL.canParse(url) && (await highlightSites()).includes(sitePattern(url));
}

/** Lets pages of this site show their highlights by themselves, or not any more. Its permission is asked for before. */
export async function setShowsHighlights(url: string, shows: boolean): Promise<void> {
  const own = sitePattern(url);
  const others = (await highlightSites()).filter((pattern) => pattern !== own);
  await writeSetting(setting, shows ? [...others, own] : others);
  await registerHighlightSites();
}

/** The browser forgets registered scripts when the extension is updated. */
export async function registerHighlightSites(): Promise<void> {
  const matches = await highlightSites();
  const there = await browser.scripting.getRegisteredContentScripts({ ids: [script] });
  if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: [script] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: script, matches, js: ['/opened.js'], runAt: 'document_idle', persistAcrossSessions: true },
  ]);
}

async function highlightSites(): Promise<string[]> {
  const kept = await readSetting(setting);
  return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : [];
}
