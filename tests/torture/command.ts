import type { Outcome } from './operation.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Gives the worker a command, as our pages do. */
export async function command(name: string, input: unknown): Promise<Outcome> {
  return (await ask(name, input)).outcome;
}

/** The same, with the job that the command became, where it became one. */
export async function ask(name: string, input: unknown): Promise<{ outcome: Outcome; jobId: string | null }> {
  const outcome = (of: Outcome, jobId: string | null = null) => ({ outcome: of, jobId });
  try {
    const reply = await chrome.runtime.sendMessage({ command: name, input });
    if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return outcome('lost');
    if (reply.ok === true) return outcome('done', jobOf(reply));
    // A worker whose database connection was cut does not know whether its write was kept.
    return outcome('code' in reply && reply.code === 'clip/not-found' ? 'refused' : 'lost');
  } catch {
    return outcome('lost');
  }
}

function jobOf(reply: object): string | null {
  const value: unknown = 'value' in reply ? reply.value : null;
  if (typeof value !== 'object' || value === null || !('jobId' in value)) return null;
  return typeof value.jobId === 'string' ? value.jobId : null;
}
