import { type Tabs, browser } from './browser.ts';
import { can } from './capabilities.ts';

/** Keyboard commands of the manifest, except `_execute_action`, which the browser carries out itself. */
export function onShortcut(run: (command: string, tab: Tabs.Tab | undefined) => void): void {
  if (can('shortcuts')) browser.commands.onCommand.addListener(run);
}

export interface Shortcut {
  readonly name: string;
  readonly description: string;
  /** As the browser writes it (`Alt+K`); empty where there is none. */
  readonly keys: string;
}

/** The extension's commands with the keys that are really set; empty keys where the user or another extension took them. None where the browser has no shortcuts. */
export async function shortcuts(): Promise<Shortcut[]> {
  if (!can('shortcuts')) return [];
  const commands = await browser.commands.getAll();
  // Firefox says null of a command without a description.
  return commands.map(({ name, description, shortcut }) => ({
    name: name ?? '',
    description: description ?? '',
    keys: shortcut ?? '',
  }));
}

/** Opens the browser's own page for changing them; false where a browser lets nobody but the user open it. */
export async function openShortcutSettings(): Promise<boolean> {
  if (!can('shortcuts')) return false;
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings !== undefined) {
    await commands.openShortcutSettings();
    return true;
  }
  try {
    await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    // Firefox before 137 has no call for it and refuses the address.
    return false;
  }
}
