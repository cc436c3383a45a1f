import { type Browser, type Extension, type Page, type Target, TargetType, launch } from 'puppeteer-core';
import { inProject } from '../../build/paths.ts';
import { downloadsOf } from './downloads.ts';
import { OwnPages } from './own-pages.ts';
import { poll } from './poll.ts';
import { runBrowser } from './run-browser.ts';
import type { LaunchOptions, PageName, RunningExtension } from './running-extension.ts';
import { wrongClock } from './wrong-clock.ts';

/** A page that is not there after so long (ms) does not come: a busy machine takes a minute for some. */
const longestLoad = 180_000;

const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Running {
  readonly browser: Browser;
  readonly extension: Extension;
}

export interface ChromiumExtension extends RunningExtension {
  /** Evaluates an expression in the living worker, which any message of a page wakes; a promise is awaited. */
  inWorker(expression: string): Promise<unknown>;
}

/** Chrome, Chromium or Edge with dist/chrome installed, as released: no test-only permission. */
export async function launchChromium(
  executablePath: string,
  options: LaunchOptions,
): Promise<ChromiumExtension> {
  const { running, life } = await runBrowser('chromium', options, (profile) =>
    start(executablePath, profile, options),
  );
  const ownPages = new OwnPages();
  const root = `chrome-extension://${running().extension.id}/`;

  async function asOwnPage(find: () => Promise<Page | undefined>, what: string): Promise<Page> {
    const page = await poll(what, find);
    ownPages.watch(page);
    return page;
  }

  function targetOf(name: PageName): Target | undefined {
    return running()
      .browser.targets()
      .find((each) => each.url().startsWith(`${root}pages/${name}/`) && each.type() === TargetType.PAGE);
  }

  const popupTarget = () => targetOf('popup');

  async function closePopup(): Promise<void> {
    const popup = await popupTarget()?.asPage();
    if (popup === undefined) return;
    await popup.close();
    await poll('the popup to close', () => (popupTarget() === undefined ? true : null));
  }

  /**
   * Raises an event of the extension in its worker, with the tab that is in front, after the button woke it there. The
   * worker must not have been killed: the browser alone can wake it by an event.
   */
  async function raise(tab: Page, event: string, details: string): Promise<void> {
    await closePopup();
    await tab.bringToFront();
    await running().extension.triggerAction(tab);
    const worker = await poll('the worker', async () => (await running().extension.workers())[0]);
    await poll('the popup', () => popupTarget() ?? null);
    await closePopup();
    await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      ${event}.dispatch(${details}, tab);
    })()`);
  }

  return {
    kind: 'chromium',
    async openTab(url) {
      const page = await running().browser.newPage();
      await page.goto(url, { timeout: longestLoad });
      await page.bringToFront();
      return page;
    },
    async openPopup(tab) {
      await closePopup();
      await tab.bringToFront();
      await running().extension.triggerAction(tab);
      return asOwnPage(async () => popupTarget()?.asPage(), 'the popup');
    },
    closePopup,
    async panelOpenedBy(act) {
      await act().catch(ignoreGone);
      return asOwnPage(async () => targetOf('panel')?.asPage(), 'the side panel');
    },
    // Chromium's automation reaches neither its shortcuts nor its menus: the events are raised as the browser does, in a
    // tab that the toolbar button has opened to the extension as the key or the menu would.
    pressShortcut: (tab, command = 'clip-silently') =>
      raise(tab, 'chrome.commands.onCommand', `'${command}'`),
    async chooseInMenu(tab, selector, entry) {
      const clicked = await tab.$eval(selector, (element) => ({
        linkUrl: element.closest('a')?.href,
        linkText: element.closest('a')?.textContent,
        selectionText: getSelection()?.toString(),
        pageUrl: location.href,
      }));
      await raise(
        tab,
        'chrome.contextMenus.onClicked',
        JSON.stringify({ menuItemId: entry, editable: false, ...clicked }),
      );
    },
    async openPage(name: PageName, query = '') {
      const page = await newTab(running().browser);
      ownPages.watch(page);
      await page.goto(`${root}pages/${name}/index.html${query}`, { timeout: longestLoad });
      return page;
    },
    async tabOpenedBy(act) {
      const before = new Set(running().browser.targets());
      await act();
      return asOwnPage(async () => {
        const target = running()
          .browser.targets()
          .find(
            (each) => !before.has(each) && each.type() === TargetType.PAGE && each.url() !== 'about:blank',
          );
        return (await target?.page()) ?? undefined;
      }, 'a tab that the extension opens');
    },
    async allowSites(hosts) {
      // What the browser's own page of extensions calls when a person adds a site there.
      const page = await newTab(running().browser);
      await page.goto('chrome://extensions/', { timeout: longestLoad });
      for (const host of hosts) {
        await page.evaluate(
          `chrome.developerPrivate.addHostPermission('${running().extension.id}', '*://${host}/*')`,
        );
      }
      await page.close();
    },
    async inWorker(expression) {
      // By a session of its own: Puppeteer may miss that a worker which has just started can be asked.
      const { result } = await poll('the worker', async () => {
        const target = running()
          .browser.targets()
          .findLast(
            (each) =>
              each.type() === TargetType.SERVICE_WORKER && each.url().includes(running().extension.id),
          );
        const session = await target?.createCDPSession().catch(ignoreGone);
        const said = await session
          ?.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
          .catch(ignoreGone);
        await session?.detach().catch(ignoreGone);
        return said ?? null;
      });
      return result.value as unknown;
    },
    async killWorker() {
      for (const worker of await running().extension.workers()) await worker.close().catch(ignoreGone);
    },
    ...life,
    takeProblems: () => ownPages.take(),
  };
}

async function start(executablePath: string, profile: string, options: LaunchOptions): Promise<Running> {
  const { language = 'en', scale, resolverRules, clockAhead = 0 } = options;
  const browser = await launch({
    executablePath,
    headless: options.headless,
    enableExtensions: true,
    pipe: true,
    timeout: longestLoad,
    userDataDir: profile,
    defaultViewport: null,
    downloadBehavior: { policy: 'allow', downloadPath: downloadsOf(profile) },
    args: [
      ...quietFlags,
      `--lang=${language}`,
      '--window-size=1280,900',
      ...(resolverRules === undefined ? [] : [`--host-resolver-rules=${resolverRules}`]),
      ...(scale === undefined ? [] : [`--force-device-scale-factor=${String(scale)}`]),
    ],
    env: {
      ...process.env,
      LANGUAGE: language.replace('-', '_'),
      ...(clockAhead === 0 ? {} : wrongClock(clockAhead)),
    },
  });
  const id = await browser.installExtension(inProject('dist/chrome'));
  const extension = (await browser.extensions()).get(id);
  if (extension === undefined) throw new Error('Chromium did not install dist/chrome');
  return { browser, extension };
}

/** A worker that ended by itself between being listed and being closed; a popup that a key closes before it is let go. */
/** A tab that has its frame: right after a start Puppeteer hands out some without. */
function newTab(browser: Browser): Promise<Page> {
  return poll('a tab', async () => {
    const page = await browser.newPage();
    try {
      page.mainFrame();
      return page;
    } catch (error) {
      if (!/Requesting main frame too early/.test(String(error))) throw error;
      await page.close().catch(ignoreGone);
      return null;
    }
  });
}

function ignoreGone(error: unknown): void {
  if (!/No session with given id|Target closed|Execution context is not available/.test(String(error)))
    throw error;
}
