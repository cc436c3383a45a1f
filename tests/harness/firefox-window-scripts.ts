import type { MenuEntry } from './running-extension.ts';

// Run in the window of Firefox itself, where its own code runs.

export const extensionId = 'clipshelf@clipshelf.app';

/** What a click on the toolbar button calls: it grants activeTab and opens the popup. */
export const pressToolbarButton = `(async () => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('${extensionId}');
  const button = ExtensionParent.apiManager.global.browserActionFor(extension);
  await button.triggerAction(window);
})()`;

/** The key that Firefox made for Alt and this one of manifest.json; the same event as a key press. */
export function pressShortcutKey(name: 'J' | 'M'): string {
  return `(() => {
    const key = document.querySelector('keyset[id^="ext-keyset-id-"] key[key="${name}"]');
    if (key === null) throw new Error('no such key');
    key.doCommand();
  })()`;
}

/** Chooses the entry in the open context menu and closes it; false while it is not there. */
export function chooseMenuEntry(entry: MenuEntry): string {
  return `(() => {
    const menu = document.getElementById('contentAreaContextMenu');
    if (menu.state !== 'open') return false;
    const item = [...menu.querySelectorAll('menuitem')].find((each) => each.id.endsWith('-menuitem-_${entry}'));
    if (item === undefined) return false;
    item.doCommand();
    menu.hidePopup();
    return true;
  })()`;
}

/** The find bar's own search; resolves once its finder has answered. */
export function findInPage(text: string): string {
  return `(async () => {
    const wanted = ${JSON.stringify(text)};
    const bar = await gBrowser.getFindBar();
    bar.open();
    bar._findField.value = wanted;
    const { finder } = bar.browser;
    const answer = new Promise((resolve) => {
      const listener = {
        onFindResult: ({ searchString, result }) => {
          if (searchString !== wanted) return;
          finder.removeResultListener(listener);
          resolve(result !== Ci.nsITypeAheadFind.FIND_NOTFOUND);
        },
      };
      finder.addResultListener(listener);
    });
    bar._find();
    return await answer;
  })()`;
}

/** Closes the popups that are open; says whether there was none. */
export const hidePopup = `(() => {
  const popups = document.querySelectorAll('.webextension-popup-browser');
  for (const popup of popups) popup.closest('panel').hidePopup();
  return popups.length === 0 ? 'closed' : 'closing';
})()`;

/** Ends the event page, as the browser does with one that is idle. */
export const endBackground = `WebExtensionPolicy.getByID('${extensionId}').extension.terminateBackground({ ignoreDevToolsAttached: true })`;
