import { Failure, isFailureCode } from '../../core/failure.ts';
import { sendToOwnPages } from '../../browser/runtime-messages.ts';
import type { CommandInput, CommandName, CommandOutput, Reply, Request } from './contract.ts';

/**
 * Gives the worker a command and waits for it to be carried out. Throws the worker's failure, or
 * `message/unanswered` where the worker is gone.
 */
export async function send<Name extends CommandName>(
  command: Name,
  input: CommandInput<Name>,
): Promise<CommandOutput<Name>> {
  const request: Request<Name> = { command, input };
  const reply = (await sendToOwnPages(request)) as Reply<CommandOutput<Name>> | undefined;
  if (reply === undefined) throw new Failure('message/unanswered', command);
  if (reply.ok) return reply.value;
  throw new Failure(isFailureCode(reply.code) ? reply.code : 'bug', reply.detail);
}
