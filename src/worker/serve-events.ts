import type { JobDependencies } from './jobs/job-services.ts';
import type { PageReader } from '../rpc/parser-page/page-reading.ts';
import { serveOpenedPages } from './highlights/serve-opened-pages.ts';
import type { Library } from './library.ts';
import { serveMenus } from './menus.ts';
import { serveOmnibox } from './omnibox.ts';
import { serveShortcuts } from './shortcuts.ts';

interface EventDependencies {
  readonly library: Library;
  readonly reader: PageReader;
  readonly jobs: JobDependencies;
}

/** What the user asks of the browser itself: its menus, keys and address bar, and pages that show their highlights. */
export function serveEvents(dependencies: EventDependencies, report: (error: unknown) => void): void {
  const { library } = dependencies;
  serveMenus(dependencies, report);
  serveShortcuts(library, report);
  serveOmnibox(library, report);
  serveOpenedPages(library, report);
}
