import { commands } from '../../src/background/commands.ts';
import { jobCommands } from '../../src/background/jobs/job-commands.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../src/messages/contract.ts';
import type { Handlers } from '../../src/messages/server.ts';
import type { Database } from '../../src/storage/database.ts';

/** The worker's own commands over a test's database, carried out in the test's page. */
export function workerOver(database: Database) {
  const shelf = { database: () => Promise.resolve(database) };
  const handlers: Handlers = {
    ...commands(shelf),
    ...jobCommands({
      shelf,
      runner: { wake: () => undefined },
      hasAccess: () => Promise.resolve(true),
      hasParserPage: () => Promise.resolve(true),
    }),
  };
  return async function send<Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
  ): Promise<CommandOutput<Name>> {
    return await handlers[command](input);
  };
}
