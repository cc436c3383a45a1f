import { parseImageSettings } from '../core/image/image-settings.ts';
import { serve } from '../rpc/commands/server.ts';
import { onBrowserStart } from '../browser/browser-start.ts';
import { hasAccess, hasParserPage, onAccessAdded } from '../browser/host-permission.ts';
import { imageInTab } from '../browser/image-in-tab.ts';
import { keepAwake } from '../browser/keep-awake.ts';
import { readSetting, writeSetting } from '../browser/kept-settings.ts';
import { createParserPage } from '../browser/parser-page.ts';
import { reportBug } from '../browser/report-bug.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { commands } from './commands/clip-commands.ts';
import { pageHighlightCommands } from './commands/page-highlight-commands.ts';
import { createImageKeeper } from './images/image-keeper.ts';
import { createRunners } from './jobs/all-runners.ts';
import { jobCommands, runAllowedJobs } from './jobs/job-commands.ts';
import { markLibrary } from './loss-marker.ts';
import { createLibrary } from './library.ts';
import { createRuleRunner } from './rules/rule-runner.ts';
import { createReader } from './page-reader.ts';
import { serveEvents } from './serve-events.ts';
import { createMaintenance, tidyIndex } from './maintenance.ts';
import { createSync } from './sync/sync-commands.ts';

const life = { keepAwake, report: reportBug };
// Listeners are registered in the first turn: a browser that wakes the worker for an event delivers it only to those.
const settings = { read: readSetting, write: writeSetting };
const note = (database: Database) => markLibrary(database, settings, Date.now()).catch(reportBug);
const connection = createLibrary(
  async () => {
    const database = await openDatabase();
    // Before anything is written into it.
    await note(database);
    return database;
  },
  // It is opened anew, and its loss noted, while pages that show it are still open.
  () => maintenance.wake(),
);
const images = createImageKeeper({
  library: connection,
  settings: async () => parseImageSettings(await readSetting('images')),
  imageInTab,
  hasAccess,
  ...life,
});
const library = { ...connection, images, wakeRules: createRuleRunner(connection, life).wake };
const maintenance = createMaintenance(library, life, note, settings);
const parserPage = createParserPage();
const reader = createReader(parserPage);
const access = { hasAccess, hasParserPage };
const runner = createRunners({ library, reader, tidyIndex, ...access, ...life });
const jobs = { library, runner, ...access };
const sync = createSync({ library, settings, reader, hasAccess, now: Date.now, ...life });
const clips = { ...commands(library, runner.wake), ...pageHighlightCommands(library) };
const afterwards = [maintenance.wake, sync.touch];
serve({ ...clips, ...jobCommands(jobs), ...sync.commands }, { afterwards, report: reportBug });
serveEvents({ library, reader, jobs, settings }, reportBug);
onAccessAdded(() => void Promise.all([runAllowedJobs(jobs), images.retryAllowed()]).catch(reportBug));
onBrowserStart(() => runner.wake());
for (const loop of [images, maintenance, runner, sync]) loop.wake();
parserPage.closeWhenUnused();
