import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findBrowser, type BrowserKind } from '../../../tests/harness/find-browser.ts';

/** A browser profile that outlives the browser, so that each start is a cold one. */
export class BenchProfile {
  #folder = '';
  #browser: Browser | null = null;

  constructor(readonly kind: BrowserKind) {}

  async page(address: string): Promise<Page> {
    const found = findBrowser(this.kind);
    if (found === null) throw new Error(`no ${this.kind} on this machine`);
    if (this.#folder === '') this.#folder = await mkdtemp(join(tmpdir(), 'clipshelf-bench-'));
    this.#browser = await launch({
      browser: this.kind === 'firefox' ? 'firefox' : 'chrome',
      executablePath: found.path,
      headless: true,
      userDataDir: this.#folder,
      protocolTimeout: 3_600_000,
      args:
        this.kind === 'firefox'
          ? []
          : [
              '--no-sandbox',
              '--disable-gpu',
              '--no-first-run',
              '--disable-background-networking',
              '--disable-sync',
            ],
    });
    const page = await this.#browser.newPage();
    await page.goto(address);
    return page;
  }

  /** Most memory that any page's process of the running browser has had so far, in MB; null where unknown. */
  async peakMemory(): Promise<number | null> {
    if (this.kind === 'firefox' || process.platform !== 'linux' || this.#browser === null) return null;
    const session = await this.#browser.target().createCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const peaks = await Promise.all(
      processInfo
        .filter(({ type }) => type === 'renderer')
        .map(async ({ id }) => {
          const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
          return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
        }),
    );
    return Math.max(...peaks);
  }

  /** Ends the browser the ordinary way, so that what it wrote is on the disk. */
  async stop(): Promise<void> {
    await this.#browser?.close();
    this.#browser = null;
  }

  async discard(): Promise<void> {
    await this.stop();
    if (this.#folder !== '') await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
