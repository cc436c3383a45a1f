import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { launch } from '../harness/launch.ts';
import { Popup } from '../harness/popup.ts';

/** The keys that the browser has really given, by the names of the commands. */
function assignedKeys(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { commands } = api as {
      commands: { getAll: () => Promise<readonly { name: string; shortcut: string }[]> };
    };
    return Object.fromEntries((await commands.getAll()).map(({ name, shortcut }) => [name, shortcut]));
  });
}

test.each(['chromium', 'firefox'] as const)(
  'the browser gives the keys that the manifest suggests, and hints name those (%s)',
  async (kind) => {
    const app = await launch(kind);
    try {
      const settings = await app.openPage('options');
      const keys = await assignedKeys(settings);
      expect(keys).toEqual({
        _execute_action: 'Alt+K',
        'clip-silently': 'Alt+J',
        highlight: 'Alt+Shift+H',
        'copy-markdown': 'Alt+M',
        'copy-link': '',
      });
      const popup = new Popup(await app.openPopup(settings));
      await popup.shows(`${keys['_execute_action'] ?? ''} opens Clipshelf`);
    } finally {
      await app.close();
    }
  },
);
