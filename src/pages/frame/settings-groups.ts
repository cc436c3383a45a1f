import type { MessageKey } from '../../browser/translate.ts';

/** The groups of settings, in the order in which people look for them. The id is the fragment of the page's address. */
export const settingsGroups = [
  ['appearance', 'optionsAppearance'],
  ['clipping', 'optionsClipping'],
  ['shortcuts', 'optionsShortcuts'],
  ['transfer', 'optionsTransfer'],
  ['sync', 'syncTitle'],
  ['folder', 'folderTitle'],
  ['storage', 'optionsStorage'],
  ['sites', 'optionsSites'],
  ['about', 'optionsAbout'],
] as const satisfies readonly (readonly [string, MessageKey])[];

export type SettingsGroup = (typeof settingsGroups)[number][0];

/** Where a group stands, seen from another page; a heading below it may be named by its id. */
export function settingsAddress(place: SettingsGroup | 'export-title'): string {
  return `../options/index.html#${place}`;
}
