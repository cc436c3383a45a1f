import { commands } from '../../src/worker/commands/clip-commands.ts';
import { createEditRunner } from '../../src/worker/jobs/edit-runner.ts';
import { jobCommands } from '../../src/worker/jobs/job-commands.ts';
import { Failure } from '../../src/core/failure.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../src/rpc/commands/contract.ts';
import type { Handlers } from '../../src/rpc/commands/server.ts';
import { maintainIndex } from '../../src/database/search/index-maintenance.ts';
import { syncCommands } from '../../src/worker/sync/sync-commands.ts';
import type { Database } from '../../src/database/database.ts';

/** The worker's own commands over a test's database, carried out in the test's page. */
export function workerOver(database: Database) {
  const library = { database: () => Promise.resolve(database) };
  const edits = createEditRunner({
    library,
    tidyIndex: maintainIndex,
    keepAwake: () => () => undefined,
    // A test that ends closes its database under the work.
    report: () => undefined,
  });
  const handlers: Handlers = {
    ...commands(library, () => edits.wake()),
    ...jobCommands({
      library,
      runner: { wake: () => edits.wake(), release: () => undefined },
      hasAccess: () => Promise.resolve(true),
      hasParserPage: () => Promise.resolve(true),
    }),
    // These work in tabs, which a test's page has not.
    highlightSelection: () => Promise.reject(new Failure('page/restricted')),
    showHighlights: () => Promise.reject(new Failure('page/restricted')),
    ...syncCommands({
      library,
      settings: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
      sync: {
        wake: () => undefined,
        idle: () => Promise.resolve(),
        touch: () => undefined,
        syncNow: () => Promise.resolve(),
      },
    }),
  };
  return async function send<Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
  ): Promise<CommandOutput<Name>> {
    return await handlers[command](input);
  };
}
