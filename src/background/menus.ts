import type { PageReader } from '../messages/page-reading.ts';
import { requestAccess } from '../platform/host-permission.ts';
import { createMenusOnInstall, onMenuClick } from '../platform/menus.ts';
import { openTabsPage } from '../platform/tabs.ts';
import { translate } from '../platform/translate.ts';
import { clipQuietly } from './saving/clip-quietly.ts';
import type { JobServices } from './jobs/job-services.ts';
import { saveLinkedPage } from './saving/save-linked-page.ts';
import { saveSelectedLinks } from './saving/save-selected-links.ts';
import { saveTab } from './saving/save-tab.ts';
import type { Shelf } from './shelf.ts';

interface MenuServices {
  readonly shelf: Shelf;
  readonly reader: PageReader;
  readonly jobs: JobServices;
}

/** The context menu: this page, the selected passage, the pages behind its links, the page behind a link. */
export function serveMenus({ shelf, reader, jobs }: MenuServices, report: (error: unknown) => void): void {
  createMenusOnInstall(() => [
    { id: 'clip-page', title: translate('menuClipPage'), contexts: ['page'] },
    { id: 'clip-selection', title: translate('menuClipSelection'), contexts: ['selection'] },
    { id: 'clip-links', title: translate('menuClipLinks'), contexts: ['selection'] },
    { id: 'clip-tabs', title: translate('menuClipTabs'), contexts: ['action'] },
    { id: 'clip-link', title: translate('menuClipLink'), contexts: ['link'] },
  ]);
  onMenuClick((info, tab) => {
    const quietly = (save: () => Promise<unknown>) => void clipQuietly(tab?.id, save, report);
    switch (info.menuItemId) {
      case 'clip-page':
        quietly(() => saveTab(shelf, tab?.id, 'page'));
        break;
      case 'clip-selection':
        quietly(() => saveTab(shelf, tab?.id, 'selection'));
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
        quietly(() => saveLinkedPage(shelf, reader, { url, title: info.linkText ?? '' }, allowed));
        break;
      }
    }
  });
}
