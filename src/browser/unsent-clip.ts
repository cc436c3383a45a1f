import type { ExtractionScope } from './extract-tab.ts';
import { browser } from './browser.ts';

/** What the user asked for in the popup while the page was still being read: there is no article yet that could be sent. */
export interface UnsentClip {
  readonly tabId: number;
  readonly scope: ExtractionScope;
  /** null keeps the tags of a clip that exists. */
  readonly tags: readonly string[] | null;
  readonly note?: string;
  readonly lesser?: 'beside' | 'replace';
  readonly into?: string;
}

const channel = 'unsent-clip';
const sent = 'sent';

/** From the popup: should it close before what this returns is called, the worker is told (`onClipLeft`). */
export function holdUnsentClip(clip: UnsentClip): () => void {
  const port = browser.runtime.connect({ name: channel });
  port.postMessage(clip);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    port.postMessage(sent);
    port.disconnect();
  };
}

/** In the worker: calls with what a popup held when it was closed. Not checked: whoever takes it parses it. */
export function onClipLeft(take: (clip: unknown) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    // Of the extension's own pages alone: what stands in a web page has no business here.
    if (port.name !== channel || port.sender?.url?.startsWith(browser.runtime.getURL('')) !== true) return;
    let left: unknown = null;
    port.onMessage.addListener((message) => {
      left = message === sent ? null : message;
    });
    port.onDisconnect.addListener(() => {
      if (left !== null) take(left);
    });
  });
}
