/**
 * `npm run tasks`: does what people come for, by mouse and keys, with the built extension in a real window, and prints
 * each task with the steps that it took. What cannot be done is said, and the command fails then.
 *
 *   npm run tasks -- [--only "note,Print"] [--clips 500]
 */
import { parseArgs } from 'node:util';
import { buildExtension } from '../../build/extension.ts';
import { openDisplay } from '../harness/display.ts';
import { Hand } from './hand.ts';
import { libraryTasks } from './library-tasks.ts';
import { popupTasks } from './popup-tasks.ts';
import { readerTasks } from './reader-tasks.ts';
import { createWorld } from './world.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, clips: { type: 'string', default: '500' } },
});
const wanted = values.only.split(',');
const tasks = [...popupTasks, ...readerTasks, ...libraryTasks].filter(({ name }) =>
  wanted.some((words) => name.includes(words)),
);

await buildExtension({ browser: 'chrome', watch: false });
const display = await openDisplay(1_400, 1_000);
const world = await createWorld(Number(values.clips));
try {
  for (const { name, run, stumble } of tasks) {
    const hand = new Hand(world.app);
    try {
      await run(hand, world);
      console.log(`| ${name} | ✓ | ${hand.steps.join(', ')}${stumble === undefined ? '' : `; ${stumble}`} |`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`| ${name} | ✗ | ${hand.steps.join(', ')} |\n${String(error).slice(0, 1_500)}`);
    }
    await world.app.closePopup();
  }
  for (const problem of world.app.takeProblems()) console.log(`problem: ${problem}`);
} finally {
  await world.close();
  display.close();
}
