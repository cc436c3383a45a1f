import type { Page } from 'puppeteer-core';
import { type FileFinding, entriesPerFile } from './files-in-page.ts';

/** The files that the worker was given, and what must have become of them. */
export class FileLedger {
  /** The file of this round: written down by the page before it asked, and after the worker said yes. */
  #current: { readonly name: string; acknowledged: boolean } | null = null;
  #acknowledged = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  get current(): string | null {
    return this.#current?.name ?? null;
  }

  record(name: string, outcome: 'begun' | 'done'): void {
    if (outcome === 'done') this.#acknowledged += 1;
    this.#current = { name, acknowledged: outcome === 'done' };
  }

  /** What is wrong with what was found of it, one line each. A file whose job nobody acknowledged may be missing, whole. */
  reconcile({ state, added, merged, clips }: FileFinding): string[] {
    const file = this.#current;
    this.#current = null;
    if (file === null) return [];
    const found = `${file.name}: job ${String(state)}, ${added} added, ${merged} merged, ${clips} clips`;
    if (state === null) return file.acknowledged || clips > 0 ? [found] : [];
    const whole = state === 'ended' && added === entriesPerFile && merged === 0 && clips === entriesPerFile;
    return whole ? [] : [found];
  }
}

/** The user's press on "Import" or on "Clip", which is what lets Chrome open the page that reads files, and these sites. */
export async function allowReading(page: Page, hosts: readonly string[] = []): Promise<void> {
  const origins = hosts.map((host) => `*://${host}/*`);
  const session = await page.createCDPSession();
  await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request(${JSON.stringify({ permissions: ['offscreen'], origins })})`,
    userGesture: true,
    awaitPromise: true,
  });
  await session.detach();
}
