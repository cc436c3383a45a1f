import { browser } from './browser.ts';
import { can } from './capabilities.ts';

interface Panels {
  readonly sidePanel?: { readonly open: (where: { windowId: number }) => Promise<void> };
  readonly sidebarAction?: { readonly open: () => Promise<void> };
}

/**
 * Shows our panel beside the page: Chrome's side panel, Firefox's sidebar. To be called within the user's gesture. null
 * where the browser has neither.
 */
export function sidePanelOpener(): (() => Promise<void>) | null {
  const { sidePanel, sidebarAction }: Panels = browser as object;
  if (sidePanel !== undefined && can('chromePanel') && can('windows')) {
    return async () => {
      const { id } = await browser.windows.getCurrent();
      if (id !== undefined) await sidePanel.open({ windowId: id });
    };
  }
  return sidebarAction !== undefined && can('firefoxPanel') ? () => sidebarAction.open() : null;
}
