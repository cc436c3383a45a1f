import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './find-browser.ts';

/** The entries of the context menu, by their ids in src/worker/menus.ts. */
export type MenuEntry = 'clip-page' | 'clip-selection' | 'highlight' | 'clip-links' | 'clip-link';

export type PageName = 'popup' | 'library' | 'reader' | 'options' | 'jobs' | 'parser' | 'panel' | 'welcome';

/** The built extension in a running browser: the same for Chromium and Firefox, so that a journey is written once. */
export interface RunningExtension {
  readonly kind: BrowserKind;
  /** A tab in front, on `url`. */
  openTab(url: string): Promise<Page>;
  /** Presses the toolbar button on this tab; the popup it opens. One that is open closes first. */
  openPopup(tab: Page): Promise<Page>;
  /** Closes the popup, as a click beside it does; nothing happens where none is open. */
  closePopup(): Promise<void>;
  /** The page in the side panel (in Firefox the sidebar) that the extension opens while `act` runs. */
  panelOpenedBy(act: () => Promise<unknown>): Promise<Page>;
  /** Presses the shortcut that clips without the popup, on this tab. */
  pressShortcut(tab: Page, command?: 'clip-silently' | 'copy-markdown'): Promise<void>;
  /** Chooses an entry of the context menu that a right click on the first `selector` of the tab opens. */
  chooseInMenu(tab: Page, selector: string, entry: MenuEntry): Promise<void>;
  /** One of the extension's own pages in a tab of its own, e.g. `openPage('reader', '?id=…')`. */
  openPage(name: PageName, query?: string): Promise<Page>;
  /** The tab that the extension opens while `act` runs, e.g. the reader after a click. */
  tabOpenedBy(act: () => Promise<unknown>): Promise<Page>;
  /**
   * The reader's yes to the question that the extension will ask for these hosts. The question itself cannot be clicked in
   * a headless browser: see docs/decisions/many-pages.md. A restart of Chromium forgets the answer.
   */
  allowSites(hosts: readonly string[]): Promise<void>;
  /** The tabs that show the page of a first start. Those that the installation opens are closed, but for `keepWelcome`. */
  welcomePages(): Promise<readonly Page[]>;
  /** Ends the background worker (in Firefox the event page) as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** Closes the browser and starts it again on the same profile. */
  restart(): Promise<void>;
  /** Kills the browser as a power cut would (SIGKILL) and starts it again on the same profile. */
  crash(): Promise<void>;
  /** Bytes of the file that the browser saves while `act` runs, by a name like this; it is taken out of its folder. */
  downloadedBy(act: () => Promise<unknown>, name: RegExp): Promise<Buffer>;
  /** Errors of the extension's own pages since the last call: exceptions, console errors, CSP violations. */
  takeProblems(): readonly string[];
  /** Resolves when the browser is gone, such as by its window being closed. */
  gone(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly headless: boolean;
  /** A profile to use again; a throw-away one by default. */
  readonly profile?: string;
  /** Language of the browser's own interface and so of the extension's. */
  readonly language?: string;
  /** The unpacked extension; dist/<browser> by default. Firefox only. */
  readonly extension?: string;
  /** A finger in place of a mouse: `pointer: coarse`, `hover: none`. Firefox only. */
  readonly touch?: boolean;
  /** Where names of hosts lead, as Chromium's `--host-resolver-rules`. Chromium only. */
  readonly resolverRules?: string;
  /** Days by which the browser’s clock is ahead. Chromium on Linux only. */
  readonly clockAhead?: number;
  /** Leaves the page open that the extension opens after installation. */
  readonly keepWelcome?: boolean;
  /** Device pixels for each CSS pixel; those of the screen by default. */
  readonly scale?: number;
}
