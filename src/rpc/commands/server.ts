import { Failure } from '../../core/failure.ts';
import { type MessageSender, isOwnPage, onMessage } from '../../browser/runtime-messages.ts';
import type { CommandInput, CommandName, CommandOutput, Reply } from './contract.ts';
import { parseInput } from './schemas.ts';

export type Handlers = {
  readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<CommandOutput<Name>>;
};

export interface ServerDependencies {
  /** After each command that succeeded, its reply on the way. */
  readonly afterwards: readonly (() => void)[];
  /** Errors that are no `Failure`. */
  readonly report: (error: unknown) => void;
}

/** Registers the worker's only message listener. Only pages of this extension are heard; anything else is refused. */
export function serve(handlers: Handlers, hooks: ServerDependencies): void {
  onMessage((message, sender) => answer(handlers, message, sender, hooks));
}

async function answer(
  handlers: Handlers,
  message: unknown,
  sender: MessageSender,
  { afterwards, report }: ServerDependencies,
): Promise<Reply<unknown>> {
  try {
    if (!isOwnPage(sender)) throw new Failure('message/refused', sender.url ?? '');
    const { command, input } = parseRequest(handlers, message);
    const handle = handlers[command] as (input: unknown) => Promise<unknown>;
    const value = await handle(parseInput(command, input));
    for (const run of afterwards) run();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, detail: error.detail };
    report(error);
    return { ok: false, code: 'bug', detail: String(error) };
  }
}

function parseRequest(handlers: Handlers, message: unknown): { command: CommandName; input: unknown } {
  if (typeof message === 'object' && message !== null && 'command' in message && 'input' in message) {
    const { command, input } = message;
    if (typeof command === 'string' && Object.hasOwn(handlers, command)) {
      return { command: command as CommandName, input };
    }
  }
  throw new Failure('message/refused', 'no such command');
}
