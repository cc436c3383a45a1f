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

/** The reader's press on "Import", which is what lets Chrome open the page that reads files. */
export async function allowReadingFiles(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request({ permissions: ['offscreen'] })`,
    userGesture: true,
    awaitPromise: true,
  });
  await session.detach();
}
