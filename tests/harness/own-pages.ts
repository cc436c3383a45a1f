import type { Page } from 'puppeteer-core';

/** Collects what goes wrong in the extension's pages. */
export class OwnPages {
  readonly #watched = new WeakSet<Page>();
  #problems: string[] = [];

  watch(page: Page): void {
    if (this.#watched.has(page)) return;
    this.#watched.add(page);
    page.on('pageerror', (error) => this.#problems.push(`exception: ${String(error)}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url = '', lineNumber = 0, columnNumber = 0 } = message.location();
      this.#problems.push(
        `console: ${message.text()} (${url}:${lineNumber}:${columnNumber} in ${page.url()})`,
      );
    });
  }

  take(): readonly string[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }
}
