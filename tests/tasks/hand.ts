import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import { type Role, control, press, shows } from '../harness/controls.ts';
import { goTo } from '../harness/keyboard.ts';
import { poll } from '../harness/poll.ts';
import type { RunningExtension } from '../harness/running-extension.ts';

/** One who does a task: presses and types as a person does, and writes down each step. */
export class Hand {
  readonly steps: string[] = [];
  readonly #app: RunningExtension;
  #page: Page | null = null;

  constructor(app: RunningExtension) {
    this.#app = app;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('no page is open');
    return this.#page;
  }

  /** The toolbar's button by its key, on a tab with this address; waits until the page is read. */
  async openPopup(address: string): Promise<void> {
    const tab = await this.#app.openTab(address);
    await this.openPopupOn(tab);
  }

  async openPopupOn(tab: Page): Promise<void> {
    this.#page = await this.#app.openPopup(tab);
    this.steps.push('Alt+K');
    await poll('the card', () => this.page.$('.page-card:not([data-state=reading]) .button'));
  }

  /** A page where the task begins: not a step. */
  at(page: Page): void {
    this.#page = page;
  }

  /** Keys one after the other, each as `g`, `Enter` or `Control+a`. */
  async keys(...all: readonly string[]): Promise<void> {
    for (const each of all) {
      const parts = each.split('+') as KeyInput[];
      const last = parts.pop();
      for (const held of parts) await this.page.keyboard.down(held);
      // A popup may be gone before its key is up.
      if (last !== undefined) await this.page.keyboard.press(last).catch(gone);
      for (const held of parts.toReversed()) await this.page.keyboard.up(held).catch(gone);
      this.steps.push(each.replace('Control', 'Ctrl'));
      await sleep(60);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.steps.push(`type “${text}”`);
  }

  /** By mouse. */
  async press(name: string | RegExp, role: Role = 'button'): Promise<void> {
    const element = await control(this.page, role, name);
    const said = await element.evaluate(
      (found) => found.getAttribute('aria-label') ?? found.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    this.steps.push(`press “${said}”`);
    await press(this.page, name, role);
  }

  async tabTo(wanted: RegExp | string, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const presses = await goTo(this.page, wanted, { by });
    this.steps.push(presses === 1 ? by : `${by} ×${String(presses)}`);
  }

  sees(text: string | RegExp): Promise<void> {
    return shows(this.page, text);
  }

  /** Waits for what matches the selector. */
  async meets(selector: string): Promise<void> {
    await poll(selector, () => this.page.$(selector));
  }

  /** The page that opens by what is done becomes the one that the hand is at. */
  async into(act: () => Promise<unknown>): Promise<void> {
    this.#page = await this.#app.tabOpenedBy(act);
  }

  saves(act: () => Promise<unknown>, name: RegExp): Promise<Buffer> {
    return this.#app.downloadedBy(act, name);
  }

  note(step: string): void {
    this.steps.push(step);
  }
}

function gone(): void {}
