import type { Browser } from 'puppeteer-core';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  emit(event: string, params: object): void;
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: unknown } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/**
 * Runs code in Firefox's own window over WebDriver BiDi, which `--remote-allow-system-access` permits: the only way to
 * press the toolbar button, since Firefox's automation sees tabs alone.
 */
export class FirefoxChromeScope {
  readonly #connection: BidiConnection;
  readonly #context: string;

  private constructor(connection: BidiConnection, context: string) {
    this.#connection = connection;
    this.#context = context;
  }

  static async of(browser: Browser): Promise<FirefoxChromeScope> {
    const { connection } = browser as unknown as { connection: BidiConnection };
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = (result as { contexts: { context: string; url: string }[] }).contexts.find(
      ({ url }) => url === 'chrome://browser/content/browser.xhtml',
    );
    if (window === undefined) throw new Error('Firefox shows no browser window');
    return new FirefoxChromeScope(connection, window.context);
  }

  /** Evaluates an expression in the window; a promise is awaited. Only strings, numbers and booleans come back. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#connection.send('script.evaluate', {
      expression,
      target: { context: this.#context },
      awaitPromise: true,
    });
    const evaluated = result as Evaluated;
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    return evaluated.result.value;
  }

  /**
   * Makes the open popup or sidebar known to the automation as if it were a tab, and tells Puppeteer, which then has a
   * Page for it; null while there is none.
   */
  async adopt(view: 'popup' | 'sidebar', url: string): Promise<string | null> {
    const context = await this.evaluate(`(${adoptOpenView})(${JSON.stringify(view)})`);
    if (typeof context !== 'string') return null;
    this.#connection.emit('browsingContext.contextCreated', {
      context,
      url,
      children: [],
      parent: null,
      userContext: 'default',
      originalOpener: null,
    });
    return context;
  }

  /** Tells Puppeteer that an adopted popup or sidebar is gone. */
  forget(context: string, url: string): void {
    this.#connection.emit('browsingContext.contextDestroyed', {
      context,
      url,
      children: [],
      parent: null,
      userContext: 'default',
      originalOpener: null,
    });
  }
}

const adoptOpenView = `((view) => {
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const popups = () => [...document.querySelectorAll('.webextension-popup-browser')];
  const sidebars = () => {
    const frame = document.getElementById('sidebar');
    const browser = frame?.contentDocument?.getElementById('webext-panels-browser');
    return browser ? [browser] : [];
  };
  if (!NavigableManager.clipshelfKnowsViews) {
    const amongTabs = NavigableManager.getBrowserById;
    NavigableManager.getBrowserById = function (id) {
      const views = [...popups(), ...sidebars()];
      return amongTabs.call(this, id) ?? views.find((each) => this.getIdForBrowser(each) === id) ?? null;
    };
    NavigableManager.clipshelfKnowsViews = true;
  }
  const views = view === 'popup' ? popups() : sidebars();
  const found = views.find((each) => each.currentURI?.spec.startsWith('moz-extension:'));
  // While the panel opens, the page may still move from one <browser> to another.
  if (!found || (view === 'popup' && found.closest('panel').state !== 'open')) return null;
  found.permanentKey ??= {};
  return NavigableManager.getIdForBrowsingContext(found.browsingContext);
})`;
