import { setTimeout as sleep } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { localeOf, messagesOf } from '../../build/locales.ts';
import type { CountKey, MessageKey as Key } from '../../src/browser/translate.ts';
import { countText } from '../../src/ui/translation.ts';
import { type Role, control, findControl, press, shows, visibleText } from './controls.ts';
import { poll } from './poll.ts';

export interface ClipRow {
  readonly id: string;
  readonly title: string;
  readonly passage: string;
  readonly marked: readonly string[];
  readonly meta: string;
}

/** What a person sees and does in the popup. */
export class Popup {
  readonly #page: Page;
  readonly #language: string;

  constructor(page: Page, language = 'en') {
    this.#page = page;
    this.#language = language;
  }

  /** The sentence of the extension's own messages, so that journeys do not break when its wording changes. */
  #sentence(key: Key, ...substitutions: readonly (string | number)[]): string {
    const message = messagesOf(localeOf(this.#language))[key]?.message ?? '';
    return message.replace(/\$(\d)/g, (_, n: string) => String(substitutions[Number(n) - 1] ?? ''));
  }

  text(): Promise<string> {
    return visibleText(this.#page);
  }

  shows(text: string | RegExp): Promise<void> {
    return shows(this.#page, text);
  }

  button(key: Key, ...substitutions: readonly string[]): Promise<ElementHandle> {
    return control(this.#page, 'button', this.#name(key, ...substitutions));
  }

  #name(key: Key, ...substitutions: readonly string[]): RegExp {
    return new RegExp(`^${escaped(this.#sentence(key, ...substitutions))}`);
  }

  async press(key: Key, ...substitutions: readonly string[]): Promise<void> {
    await press(this.#page, this.#name(key, ...substitutions));
  }

  /** Chooses this in the open menu. */
  async choose(key: Key): Promise<void> {
    await press(this.#page, this.#name(key), 'menuitem');
  }

  /** The button whose words count something. */
  async pressCounted(key: CountKey, count: number): Promise<void> {
    const text = countText(
      { t: (...sentence) => this.#sentence(...sentence), language: this.#language },
      key,
      count,
    );
    await press(this.#page, new RegExp(`^${escaped(text)}`));
  }

  has(role: Role, name: string | RegExp): Promise<boolean> {
    return findControl(this.#page, role, name).then((found) => found !== null);
  }

  /** Waits until the page has been read: its length is on the card. */
  read(): Promise<void> {
    const categories = new Intl.PluralRules(this.#language).resolvedOptions().pluralCategories;
    const forms = (['words', 'characters'] as const).flatMap((unit) =>
      categories.map((category) => this.#sentence(`${unit}_${category}`, '[\\d.,\\s]+')),
    );
    return shows(this.#page, new RegExp(forms.join('|')));
  }

  /** Waits until the card says that the clip is stored. */
  saved(): Promise<void> {
    return shows(this.#page, this.#sentence('pageSaved'));
  }

  key(name: 'Enter' | 'ArrowDown' | 'Delete' | 'Escape' | '/'): Promise<void> {
    return this.#page.keyboard.press(name);
  }

  /** Types tags, each ended by Enter. */
  async addTags(tags: readonly string[]): Promise<void> {
    const field = await control(this.#page, 'combobox', this.#sentence('tagsLabel'));
    for (const tag of tags) {
      await field.type(tag);
      await this.key('Enter');
      await this.hasTag(tag);
    }
  }

  /** Types in the tag field without ending the tag. */
  async typeTag(text: string): Promise<void> {
    await (await control(this.#page, 'combobox', this.#sentence('tagsLabel'))).type(text);
  }

  async hasTag(tag: string): Promise<void> {
    await control(this.#page, 'button', this.#sentence('removeTag', tag));
  }

  async search(query: string): Promise<void> {
    const field = await control(this.#page, 'combobox', this.#sentence('searchLabel'));
    await field.evaluate((input) => {
      if (input instanceof HTMLInputElement) input.select();
    });
    await field.type(query);
    await poll('the answer to the whole query', () =>
      this.#page.evaluate(() => document.querySelector('[aria-busy=true]') === null || null),
    );
  }

  /** The rows of the list, once there are as many. */
  rows(count: number): Promise<readonly ClipRow[]> {
    return poll(`${String(count)} rows`, async () => {
      const rows = await this.#page.evaluate(readRows);
      return rows.length === count ? rows : null;
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; the popup shows:\n${await this.text()}`, { cause: error });
    });
  }

  /** The rows, once they have stayed the same for as long as a person would look. */
  async settledRows(): Promise<readonly ClipRow[]> {
    let before = '';
    return poll('a list that stays', async () => {
      const rows = await this.#page.evaluate(readRows);
      const now = JSON.stringify(rows);
      if (now === before) return rows;
      before = now;
      await sleep(400);
      return null;
    });
  }

  /** The first row, once it is the clip of this title and says `text`, be it in the line that matched. */
  firstRow(title: string, text = ''): Promise<ClipRow> {
    return poll(`"${title}" first in the list, with "${text}"`, async () => {
      const [first] = await this.#page.evaluate(readRows);
      if (first?.title !== title) return null;
      return `${first.title} ${first.passage} ${first.meta}`.includes(text) ? first : null;
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; the popup shows:\n${await this.text()}`, { cause: error });
    });
  }
}

/** Runs in the page. */
function readRows(): ClipRow[] {
  return [...document.querySelectorAll('.clip-row')].map((row) => ({
    id: row.getAttribute('data-clip') ?? '',
    title: row.querySelector('.clip-title')?.textContent ?? '',
    passage: row.querySelector('.clip-excerpt')?.textContent ?? '',
    marked: [...row.querySelectorAll('mark')].map((mark) => mark.textContent),
    meta: row.querySelector('.clip-meta')?.textContent ?? '',
  }));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
