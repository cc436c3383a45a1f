import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, launch } from 'puppeteer-core';
import { inProject } from '../../build/paths.ts';
import { downloadedBy, downloadsOf } from './downloads.ts';
import { FirefoxChromeScope } from './firefox-chrome-scope.ts';
import { OwnPages } from './own-pages.ts';
import { killBrowser } from './kill-browser.ts';
import { poll } from './poll.ts';
import type { LaunchOptions, MenuEntry, PageName, Shelf } from './shelf.ts';

const extensionId = 'clipshelf@clipshelf.app';
/** Fixed, so that the addresses of the extension's pages are known and its data survives a restart. */
const uuid = '3c1f5e52-7d0b-4c53-9b6e-2f0a8d6c4e11';
const root = `moz-extension://${uuid}/`;

interface Running {
  readonly browser: Browser;
  readonly window: FirefoxChromeScope;
}

export interface FirefoxShelf extends Shelf {
  /** Types the text into the find bar of the tab in front; whether it is found. */
  findInPage(text: string): Promise<boolean>;
}

/** Firefox with dist/firefox installed, as released: no test-only permission. */
export async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<FirefoxShelf> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'clipshelf-firefox-')));
  const ownPages = new OwnPages();
  let running = await start(executablePath, profile, options);
  let popupContext: string | null = null;

  /** Puppeteer is not told where extension pages navigate to in Firefox, so the pages are asked. */
  async function newPage(known: ReadonlySet<Page>, where: (url: string) => boolean): Promise<Page> {
    const page = await poll('a page of the extension', async () => {
      for (const each of await running.browser.pages()) {
        if (!known.has(each) && where(await each.evaluate(() => location.href))) return each;
      }
      return null;
    });
    ownPages.watch(page);
    return page;
  }

  async function closePopup(): Promise<void> {
    // Asked again, since a panel that is still opening ignores it.
    await poll('the popup to close', async () =>
      (await running.window.evaluate(hidePopup)) === 'closed' ? true : null,
    );
    if (popupContext !== null) running.window.forget(popupContext, root);
    popupContext = null;
  }

  return {
    kind: 'firefox',
    async openTab(url) {
      const page = await running.browser.newPage();
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    async openPopup(tab) {
      await closePopup();
      await tab.bringToFront();
      const known = new Set(await running.browser.pages());
      await running.window.evaluate(pressToolbarButton);
      popupContext = await poll('the popup', () =>
        running.window.adopt('popup', `${root}pages/popup/index.html`),
      );
      return newPage(known, (url) => url.startsWith(`${root}pages/popup/`));
    },
    closePopup,
    async panelOpenedBy(act) {
      const known = new Set(await running.browser.pages());
      await act();
      // The popup closes by itself; Puppeteer would go on asking it.
      if (popupContext !== null) running.window.forget(popupContext, root);
      popupContext = null;
      const url = `${root}pages/panel/index.html`;
      await poll('the sidebar', () => running.window.adopt('sidebar', url));
      return newPage(known, (where) => where === url);
    },
    async pressShortcut(tab) {
      await closePopup();
      await tab.bringToFront();
      await running.window.evaluate(pressShortcutKey);
    },
    async chooseInMenu(tab, selector, entry) {
      await closePopup();
      await tab.bringToFront();
      await tab.click(selector, { button: 'right' });
      await poll(`the menu with ${entry}`, async () =>
        (await running.window.evaluate(chooseMenuEntry(entry))) === true ? true : null,
      );
    },
    async openPage(name: PageName, query = '') {
      const page = await running.browser.newPage();
      ownPages.watch(page);
      const url = `${root}pages/${name}/index.html${query}`;
      // Firefox opens the page but never says so.
      page.goto(url).catch(() => undefined);
      await poll(`${name} to load`, async () =>
        (await page.evaluate(() => document.readyState === 'complete' && location.href)) === url
          ? true
          : null,
      );
      return page;
    },
    async tabOpenedBy(act) {
      const before = new Set(await running.browser.pages());
      await act();
      return newPage(before, (url) => url !== 'about:blank');
    },
    findInPage: async (text) => (await running.window.evaluate(findInPage(text))) === true,
    allowSites: () => Promise.resolve(),
    async killWorker() {
      await running.window.evaluate(
        `WebExtensionPolicy.getByID('${extensionId}').extension.terminateBackground({ ignoreDevToolsAttached: true })`,
      );
    },
    async restart() {
      popupContext = null;
      await running.browser.close();
      running = await start(executablePath, profile, options);
    },
    async crash() {
      popupContext = null;
      await killBrowser(running.browser);
      running = await start(executablePath, profile, options);
    },
    downloadedBy: (act, name) => downloadedBy(profile, act, name),
    takeProblems: () => ownPages.take(),
    gone: () =>
      new Promise((resolve) => {
        running.browser.once('disconnected', () => resolve());
      }),
    async close() {
      await running.browser.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What a click on the toolbar button calls: it grants activeTab and opens the popup. */
const pressToolbarButton = `(async () => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('${extensionId}');
  const button = ExtensionParent.apiManager.global.browserActionFor(extension);
  await button.triggerAction(window);
})()`;

/** The key that Firefox made for Alt+Shift+K of manifest.json; the same event as a key press. */
const pressShortcutKey = `(() => {
  const key = document.querySelector('keyset[id^="ext-keyset-id-"] key[key="K"]');
  if (key === null) throw new Error('no such key');
  key.doCommand();
})()`;

/** Chooses the entry in the open context menu and closes it; false while it is not there. */
function chooseMenuEntry(entry: MenuEntry): string {
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
function findInPage(text: string): string {
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

const hidePopup = `(() => {
  const popups = document.querySelectorAll('.webextension-popup-browser');
  for (const popup of popups) popup.closest('panel').hidePopup();
  return popups.length === 0 ? 'closed' : 'closing';
})()`;

async function start(executablePath: string, profile: string, options: LaunchOptions): Promise<Running> {
  const { language = 'en' } = options;
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless,
    userDataDir: profile,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
      // An extension installed for a test goes when the browser closes; its data must not.
      // Questions about permissions are answered with yes: see Shelf.allowSites.
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // A popup stays open where the window has no focus, as without a screen.
      'ui.popup.disable_autohide': true,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadsOf(profile),
      'intl.locale.requested': language,
      'intl.accept_languages': language,
    },
  });
  const window = await FirefoxChromeScope.of(browser);
  await browser.installExtension(inProject('dist/firefox'));
  return { browser, window };
}
