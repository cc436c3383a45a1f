import type { PageReader } from '../rpc/parser-page/page-reading.ts';
import { requestAccess } from '../browser/host-permission.ts';
import { createMenusOnInstall, onMenuClick } from '../browser/menus.ts';
import { openTabsPage } from '../browser/tabs.ts';
import { translate } from '../browser/translate.ts';
import { highlightQuietly } from './highlights/highlight-quietly.ts';
import { clipQuietly } from './saving/clip-quietly.ts';
import type { JobDependencies } from './jobs/job-services.ts';
import { readLinkedPage } from './saving/read-linked-page.ts';
import { saveLinkedPage } from './saving/save-links.ts';
import { saveSelectedLinks } from './saving/save-selected-links.ts';
import { saveTab } from './saving/save-tab.ts';
import type { Library } from './library.ts';

interface MenuDependencies {
  readonly library: Library;
  readonly reader: PageReader;
  readonly jobs: JobDependencies;
}

/** The context menu: this page, the selected passage, the pages behind its links, the page behind a link. */
export function serveMenus(
  { library, reader, jobs }: MenuDependencies,
  report: (error: unknown) => void,
): void {
  createMenusOnInstall(() => [
    { id: 'clip-page', title: translate('menuClipPage'), contexts: ['page'] },
    { id: 'clip-selection', title: translate('menuClipSelection'), contexts: ['selection'] },
    { id: 'highlight', title: translate('menuHighlight'), contexts: ['selection'] },
    { id: 'clip-links', title: translate('menuClipLinks'), contexts: ['selection'] },
    { id: 'clip-tabs', title: translate('menuClipTabs'), contexts: ['action'] },
    { id: 'clip-link', title: translate('menuClipLink'), contexts: ['link'] },
  ]);
  onMenuClick((info, tab) => {
    const quietly = (save: () => Promise<unknown>) => void clipQuietly(tab?.id, save, report);
    switch (info.menuItemId) {
      case 'clip-page':
        quietly(() => saveTab(library, tab?.id, 'page'));
        break;
      case 'clip-selection':
        quietly(() => saveTab(library, tab?.id, 'selection'));
        break;
      case 'highlight':
        void highlightQuietly(library, tab?.id, report);
        break;
      case 'clip-links':
        quietly(() => saveSelectedLinks(jobs, tab ?? {}));
        break;
      case 'clip-tabs':
        void openTabsPage().catch(report);
        break;
      case 'clip-link': {
        const url = info.linkUrl ?? '';
        const allowed = requestAccess([url]);
        quietly(() =>
          saveLinkedPage(
            library,
            (page) => readLinkedPage(reader, page),
            { url, title: info.linkText ?? '' },
            allowed,
          ),
        );
        break;
      }
    }
  });
}
