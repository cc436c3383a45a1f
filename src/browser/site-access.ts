import { browser } from './browser.ts';

/** Sites that the user has let us read outside of a click, as match patterns. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.toSorted();
}

/** Gives back the access to the sites of one match pattern. */
export async function withdrawSite(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}
