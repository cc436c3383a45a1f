import { Failure } from '../core/failure.ts';
import { type Runtime, browser } from './browser.ts';

export type MessageSender = Runtime.MessageSender;

/** To the background, or from there to whichever page of ours answers. Throws `message/unanswered`. */
export async function sendToOwnPages(message: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (error) {
    throw new Failure('message/unanswered', String(error), { cause: error });
  }
}

/** Registers a context's only listener. It answers what is meant for it, and leaves the rest to others (undefined). */
export function onMessage(
  answer: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener(answer);
}

/**
 * Whether a page of this extension sent it. `origin` is the browser's word and cannot be forged by a renderer; Firefox
 * gives no `origin` before version 126, and there a content script's `url` is its page's.
 */
export function isOwnPage(sender: MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const own = new URL(browser.runtime.getURL('')).origin;
  const from =
    (sender as { origin?: string }).origin ?? (sender.url === undefined ? '' : new URL(sender.url).origin);
  return from === own;
}
