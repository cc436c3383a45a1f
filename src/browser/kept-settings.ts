import { browser } from './browser.ts';

/** What was kept under this name, as it was written: whoever owns the setting parses it. */
export async function readSetting(name: string): Promise<unknown> {
  return (await browser.storage.local.get(name))[name];
}

/** Stores a setting as a whole, in place of what it was. */
export async function writeSetting(name: string, value: object): Promise<void> {
  await browser.storage.local.set({ [name]: value });
}

/** Calls with the new value whenever any page of ours writes it. */
export function watchSetting(name: string, onChange: (value: unknown) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const change = changes[name];
    if (change !== undefined) onChange(change.newValue);
  });
}
