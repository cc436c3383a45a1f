import { type Tabs, browser } from './browser.ts';

/** Keyboard commands of the manifest, except `_execute_action`, which the browser carries out itself. */
export function onShortcut(run: (command: string, tab: Tabs.Tab | undefined) => void): void {
  browser.commands.onCommand.addListener(run);
}
