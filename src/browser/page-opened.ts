import { browser } from './browser.ts';

/** Name of the connection by which a page of an allowed site says that it was opened; nothing else is ever said on it. */
const channel = 'page-opened';

/** Calls for each page of an allowed site that was opened; what the page says of itself is not listened to. */
export function onPageOpened(run: (tabId: number, url: string) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    const { sender } = port;
    if (port.name !== channel || sender?.id !== browser.runtime.id) return;
    const { id, url } = sender.tab ?? {};
    if (id !== undefined && sender.frameId === 0) run(id, sender.url ?? url ?? '');
    port.disconnect();
  });
}
