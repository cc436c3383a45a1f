import { commands } from '../../src/worker/commands/clip-commands.ts';
import { jobCommands } from '../../src/worker/jobs/job-commands.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../src/rpc/commands/contract.ts';
import type { Handlers } from '../../src/rpc/commands/server.ts';
import type { Database } from '../../src/database/database.ts';

/** The worker's own commands over a test's database, carried out in the test's page. */
export function workerOver(database: Database) {
  const library = { database: () => Promise.resolve(database) };
  const handlers: Handlers = {
    ...commands(library),
    ...jobCommands({
      library,
      runner: { wake: () => undefined, release: () => undefined },
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
