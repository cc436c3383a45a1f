import { serve } from '../messages/server.ts';
import { reportBug } from '../platform/report-bug.ts';
import { commands } from './commands.ts';
import { serveMenus } from './menus.ts';
import { createShelf } from './shelf.ts';
import { serveShortcuts } from './shortcuts.ts';
import { createUpkeep } from './upkeep.ts';

// Listeners are registered in the first turn: a browser that wakes the worker for an event delivers it only to those.
const shelf = createShelf();
const upkeep = createUpkeep(shelf, reportBug);
serve(commands(shelf), { afterwards: () => upkeep.wake(), report: reportBug });
serveMenus(shelf, reportBug);
serveShortcuts(shelf, reportBug);
upkeep.wake();
