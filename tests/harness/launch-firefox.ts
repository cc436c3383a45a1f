import { type Browser, type Page, launch } from 'puppeteer-core';
import { inProject } from '../../build/paths.ts';
import { downloadsOf } from './downloads.ts';
import { FirefoxChromeScope } from './firefox-chrome-scope.ts';
import {
  chooseMenuEntry,
  endBackground,
  extensionId,
  findInPage,
  hidePopup,
  pressShortcutKey,
  pressToolbarButton,
} from './firefox-window-scripts.ts';
import { OwnPages } from './own-pages.ts';
import { poll } from './poll.ts';
import { runBrowser } from './run-browser.ts';
import type { LaunchOptions, PageName, RunningExtension } from './running-extension.ts';

/** Fixed, so that the addresses of the extension's pages are known and its data survives a restart. */
const uuid = '3c1f5e52-7d0b-4c53-9b6e-2f0a8d6c4e11';
const root = `moz-extension://${uuid}/`;

interface Running {
  readonly browser: Browser;
  readonly window: FirefoxChromeScope;
}

export interface FirefoxExtension extends RunningExtension {
  /** Types the text into the find bar of the tab in front; whether it is found. */
  findInPage(text: string): Promise<boolean>;
}

/** Firefox with dist/firefox installed, as released: no test-only permission. */
export async function launchFirefox(
  executablePath: string,
  options: LaunchOptions,
): Promise<FirefoxExtension> {
  const { running, life } = await runBrowser('firefox', options, (profile) =>
    start(executablePath, profile, options),
  );
  const ownPages = new OwnPages();
  let popupContext: string | null = null;

  /** Puppeteer is not told where extension pages navigate to in Firefox, so the pages are asked. */
  async function newPage(known: ReadonlySet<Page>, where: (url: string) => boolean): Promise<Page> {
    const page = await poll('a page of the extension', async () => {
      for (const each of await running().browser.pages()) {
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
      (await running().window.evaluate(hidePopup)) === 'closed' ? true : null,
    );
    if (popupContext !== null) running().window.forget(popupContext, root);
    popupContext = null;
  }

  return {
    kind: 'firefox',
    async openTab(url) {
      const page = await running().browser.newPage();
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    async openPopup(tab) {
      await closePopup();
      await tab.bringToFront();
      const known = new Set(await running().browser.pages());
      await running().window.evaluate(pressToolbarButton);
      popupContext = await poll('the popup', () =>
        running().window.adopt('popup', `${root}pages/popup/index.html`),
      );
      return newPage(known, (url) => url.startsWith(`${root}pages/popup/`));
    },
    closePopup,
    async panelOpenedBy(act) {
      const known = new Set(await running().browser.pages());
      await act();
      // The popup closes by itself; Puppeteer would go on asking it.
      if (popupContext !== null) running().window.forget(popupContext, root);
      popupContext = null;
      const url = `${root}pages/panel/index.html`;
      await poll('the sidebar', () => running().window.adopt('sidebar', url));
      return newPage(known, (where) => where === url);
    },
    async pressShortcut(tab, command = 'clip-silently') {
      await closePopup();
      await tab.bringToFront();
      await running().window.evaluate(pressShortcutKey(command === 'copy-markdown' ? 'M' : 'J'));
    },
    async chooseInMenu(tab, selector, entry) {
      await closePopup();
      await tab.bringToFront();
      await tab.click(selector, { button: 'right' });
      await poll(`the menu with ${entry}`, async () =>
        (await running().window.evaluate(chooseMenuEntry(entry))) === true ? true : null,
      );
    },
    async openPage(name: PageName, query = '') {
      const page = await running().browser.newPage();
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
      const before = new Set(await running().browser.pages());
      await act();
      return newPage(before, (url) => url !== 'about:blank');
    },
    findInPage: async (text) => (await running().window.evaluate(findInPage(text))) === true,
    allowSites: () => Promise.resolve(),
    async killWorker() {
      await running().window.evaluate(endBackground);
    },
    ...life,
    async restart() {
      popupContext = null;
      await life.restart();
    },
    async crash() {
      popupContext = null;
      await life.crash();
    },
    takeProblems: () => ownPages.take(),
  };
}

async function start(executablePath: string, profile: string, options: LaunchOptions): Promise<Running> {
  const { language = 'en', scale, extension = inProject('dist/firefox'), touch = false } = options;
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
      // Questions about permissions are answered with yes: see RunningExtension.allowSites.
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // A popup stays open where the window has no focus, as without a screen.
      'ui.popup.disable_autohide': true,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadsOf(profile),
      // It would take Enter from the page.
      'browser.download.alwaysOpenPanel': false,
      'intl.locale.requested': language,
      'intl.accept_languages': language,
      ...(touch ? { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 } : {}),
      ...(scale === undefined ? {} : { 'layout.css.devPixelsPerPx': String(scale) }),
    },
  });
  const window = await FirefoxChromeScope.of(browser);
  await browser.installExtension(extension);
  return { browser, window };
}
