import { onFirstInstall } from '../browser/browser-start.ts';
import { openExtensionPage } from '../browser/open-page.ts';
import type { JobDependencies } from './jobs/job-services.ts';
import type { PageReader } from '../rpc/parser-page/page-reading.ts';
import { serveOpenedPages } from './highlights/serve-opened-pages.ts';
import type { Library } from './library.ts';
import { serveMenus } from './menus.ts';
import { serveOmnibox } from './omnibox.ts';
import { serveLeftClips } from './saving/serve-left-clips.ts';
import { servePickedParts } from './saving/serve-picked-parts.ts';
import { serveShortcuts } from './shortcuts.ts';
import { type WelcomeDependencies, welcomeOnce } from './welcome.ts';

interface EventDependencies {
  readonly library: Library;
  readonly reader: PageReader;
  readonly jobs: JobDependencies;
  readonly settings: WelcomeDependencies['settings'];
}

/** What comes from the browser itself: its menus, keys and address bar, opened pages, closed popups, and the installation. */
export function serveEvents(dependencies: EventDependencies, report: (error: unknown) => void): void {
  const { library, settings } = dependencies;
  serveMenus(dependencies, report);
  serveShortcuts(library, report);
  serveOmnibox(library, report);
  serveOpenedPages(library, report);
  servePickedParts(library, report);
  serveLeftClips(library, report);
  onFirstInstall(() => void welcomeOnce({ settings, open: openExtensionPage }).catch(report));
}
