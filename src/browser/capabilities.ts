import { browser } from './browser.ts';

/**
 * What some browsers lack. Firefox for Android has no context menus, no address bar keyword, no shortcuts, no windows
 * and no sidebar; Safari has no address bar keyword and no sidebar. Whoever uses one of these asks here first.
 */
const apis = {
  menus: 'contextMenus',
  addressBar: 'omnibox',
  shortcuts: 'commands',
  windows: 'windows',
  chromePanel: 'sidePanel',
  firefoxPanel: 'sidebarAction',
} as const;

export type Capability = keyof typeof apis;

/** Whether this browser has the API behind a capability. */
export function can(capability: Capability): boolean {
  return Reflect.get(browser, apis[capability]) !== undefined;
}
