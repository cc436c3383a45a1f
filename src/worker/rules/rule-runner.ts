import { runRules } from '../../database/lists/rule-writes.ts';
import type { Library } from '../library.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from '../work-loop.ts';

/** Lets the rules of smart lists look at new clips. What waits is in the database: the next worker goes on with it. */
export function createRuleRunner(library: Library, life: WorkerLife): WorkLoop {
  return createWorkLoop(life, async () => await runRules(await library.database(), Date.now()));
}
