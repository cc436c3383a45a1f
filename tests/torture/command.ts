import type { Outcome } from './operation.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Gives the worker a command, as our pages do. */
export async function command(name: string, input: unknown): Promise<Outcome> {
  try {
    const reply = await chrome.runtime.sendMessage({ command: name, input });
    if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return 'lost';
    if (reply.ok === true) return 'done';
    // A worker whose database connection was cut does not know whether its write was kept.
    return 'code' in reply && reply.code === 'clip/not-found' ? 'refused' : 'lost';
  } catch {
    return 'lost';
  }
}
