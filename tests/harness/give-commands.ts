import type { Page } from 'puppeteer-core';
import type { CommandInput, CommandName, Request } from '../../src/rpc/commands/contract.ts';

/** Gives the worker commands, one after the other, by one of the extension's own pages; their values. */
export async function giveCommands(page: Page, commands: readonly Request[]): Promise<readonly unknown[]> {
  // As text: what the page is given has to be JSON, and the inputs' types do not say so.
  return await page.evaluate(async (text) => {
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { runtime } = api as { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
    const values: unknown[] = [];
    for (const message of JSON.parse(text) as unknown[]) {
      const reply = (await runtime.sendMessage(message)) as { ok: boolean; value: unknown; code?: string };
      if (!reply.ok) throw new Error(reply.code);
      values.push(reply.value);
    }
    return values;
  }, JSON.stringify(commands));
}

export async function giveCommand<Name extends CommandName>(
  page: Page,
  command: Name,
  input: CommandInput<Name>,
): Promise<unknown> {
  const [value] = await giveCommands(page, [{ command, input }]);
  return value;
}
