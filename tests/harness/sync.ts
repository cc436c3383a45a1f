import type { Page } from 'puppeteer-core';
import { press, visibleText } from './controls.ts';
import type { GitServer } from './git-server.ts';
import { poll } from './poll.ts';
import type { RunningExtension } from './running-extension.ts';

/** Sets sync up as a person does, up to the preview of what the first one will do. */
export async function connect(page: Page, server: GitServer, name: string, device: string): Promise<void> {
  await enterRepository(page, server, name, device);
  await press(page, 'See what is there');
}

async function enterRepository(page: Page, server: GitServer, name: string, device: string): Promise<void> {
  await enter(page, 'Address of the repository, empty or with your library', server.address(name));
  await enter(page, 'Token with the right to read and write it', server.token);
  await enter(page, 'This device', device);
}

/** The same for a new repository that nobody but its devices can read. */
export async function connectEncrypted(
  page: Page,
  server: GitServer,
  name: string,
  { device, passphrase }: { readonly device: string; readonly passphrase: string },
): Promise<void> {
  await enterRepository(page, server, name, device);
  const box = await poll('the choice of encryption', () =>
    page.$('xpath///label[normalize-space()="Encrypt contents and names with a passphrase"]/input'),
  );
  await box.click();
  await enter(page, 'Passphrase', passphrase);
  await enter(page, 'The passphrase once more', passphrase);
  await press(page, 'See what is there');
}

/** Types into the field of this label, in place of what is there. */
export async function enter(page: Page, label: string, text: string, timeout?: number): Promise<void> {
  const find = () => page.$(`xpath///label[normalize-space(span)="${label}"]//input`);
  const field = await poll(`the field "${label}"`, find, timeout);
  await field.evaluate((input) => {
    (input as HTMLInputElement).value = '';
  });
  await field.type(text);
}

/** The address and token, the preview, and the first sync to its end. */
export async function setUpSync(
  app: RunningExtension,
  page: Page,
  server: GitServer,
  name: string,
  device: string,
  timeout?: number,
): Promise<void> {
  await app.allowSites(['127.0.0.1']);
  await connect(page, server, name, device);
  await press(page, 'Sync');
  await synced(page, 0, timeout);
}

/** Presses the button and waits for the end of what it began. */
export async function syncNow(page: Page, timeout?: number): Promise<void> {
  const before = await syncedAt(page);
  await press(page, 'Sync now');
  await synced(page, before, timeout);
}

/** Waits until library and repository are the same, later than `before` (epoch ms). */
export async function synced(page: Page, before = 0, timeout?: number): Promise<void> {
  const isOver = async () => ((await syncedAt(page)) > before ? true : null);
  await poll('the end of a sync', isOver, timeout).catch(async (error: unknown) => {
    const seen = await visibleText(page);
    throw new Error(`${String(error)}; ${JSON.stringify(await syncStatus(page))}; ${seen}`, { cause: error });
  });
}

async function syncedAt(page: Page): Promise<number> {
  const found = await syncStatus(page);
  return found.syncedAt ?? 0;
}

/** How sync stands, as the header shows it. */
export async function syncStatus(
  page: Page,
): Promise<{ syncedAt?: number | null; code?: string | null; isAsked?: boolean }> {
  return await page.evaluate(async () => {
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { storage } = api as {
      storage: { local: { get: (name: string) => Promise<Record<string, object>> } };
    };
    return (await storage.local.get('sync-status'))['sync-status'] ?? {};
  });
}
