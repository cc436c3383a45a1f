import { parseImageSettings } from '../domain/image/image-settings.ts';
import { createPageReader } from '../messages/page-reading.ts';
import { serve } from '../messages/server.ts';
import { onBrowserStart } from '../platform/browser-start.ts';
import { hasAccess, hasParserPage, onAccessAdded } from '../platform/host-permission.ts';
import { imageInTab } from '../platform/image-in-tab.ts';
import { keepAwake } from '../platform/keep-awake.ts';
import { readSetting, writeSetting } from '../platform/kept-settings.ts';
import { createParserPage } from '../platform/parser-page.ts';
import { reportBug } from '../platform/report-bug.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { commands } from './commands.ts';
import { createImageKeeper } from './images/image-keeper.ts';
import { createRunners } from './jobs/all-runners.ts';
import { jobCommands, runAllowedJobs } from './jobs/job-commands.ts';
import { serveMenus } from './menus.ts';
import { noteShelf } from './note-shelf.ts';
import { serveOmnibox } from './omnibox.ts';
import { createShelf } from './shelf.ts';
import { serveShortcuts } from './shortcuts.ts';
import { createUpkeep } from './upkeep.ts';

const life = { keepAwake, report: reportBug };
// Listeners are registered in the first turn: a browser that wakes the worker for an event delivers it only to those.
const settings = { read: readSetting, write: writeSetting };
const note = (database: Database) => noteShelf(database, settings, Date.now()).catch(reportBug);
const library = createShelf(async () => {
  const database = await openDatabase();
  // Before anything is written into it.
  await note(database);
  return database;
});
const images = createImageKeeper({
  shelf: library,
  settings: async () => parseImageSettings(await readSetting('images')),
  imageInTab,
  hasAccess,
  ...life,
});
const shelf = { ...library, images };
const upkeep = createUpkeep(shelf, life, note);
const parserPage = createParserPage();
const reader = createPageReader(parserPage);
const access = { hasAccess, hasParserPage };
const runner = createRunners({ shelf, reader, ...access, ...life });
const jobs = { shelf, runner, ...access };
serve({ ...commands(shelf), ...jobCommands(jobs) }, { afterwards: () => upkeep.wake(), report: reportBug });
serveMenus({ shelf, reader, jobs }, reportBug);
serveShortcuts(shelf, reportBug);
serveOmnibox(shelf, reportBug);
onAccessAdded(() => void runAllowedJobs(jobs).catch(reportBug));
onAccessAdded(() => void images.retryAllowed().catch(reportBug));
onBrowserStart(() => runner.wake());
images.wake();
upkeep.wake();
runner.wake();
parserPage.closeWhenUnused();
