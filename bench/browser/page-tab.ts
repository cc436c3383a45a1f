import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser } from '../../tests/harness/find-browser.ts';

export async function launchBrowser(): Promise<Browser> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('no Chromium was found: see tests/harness/find-browser.ts');
  return puppeteer.launch({
    executablePath: found.path,
    headless: true,
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Milliseconds that a script of ours may take in a page. */
const timeout = 120_000;

/** The text of a style sheet at an address, or null where the stored page has none there. */
export type StyleSheets = (address: string) => string | null;

/**
 * A tab that shows stored pages under their own addresses: every request is answered here or refused, and the
 * page's scripts do not run. Ours run in an isolated world, as content scripts do.
 */
export class PageTab {
  readonly #page: Page;
  readonly #session: CDPSession;
  #address = '';
  #html = '';
  #styles: StyleSheets | null = null;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async open(browser: Browser): Promise<PageTab> {
    const page = await browser.newPage();
    const tab = new PageTab(page, await page.createCDPSession());
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
      const sheet = request.resourceType() === 'stylesheet' ? tab.#styles?.(request.url()) : null;
      if (isPage)
        void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: tab.#html });
      else if (sheet === null || sheet === undefined) void request.abort();
      else void request.respond({ status: 200, contentType: 'text/css', body: sheet });
    });
    return tab;
  }

  /** With `styles`, the page is shown when its style sheets are there; without, none is. */
  async show(address: string, html: string, styles: StyleSheets | null = null): Promise<void> {
    this.#address = address;
    this.#html = html;
    this.#styles = styles;
    const waitUntil = styles === null ? 'domcontentloaded' : 'load';
    await this.#page.goto(this.#address, { waitUntil, timeout: 60_000 });
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  /** The value of a script run in a fresh isolated world of the page; a promise is awaited. */
  async evaluate(script: string): Promise<unknown> {
    const { frameTree } = await this.#session.send('Page.getFrameTree');
    const { executionContextId } = await this.#session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
    });
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression: script,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
      timeout: timeout,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
