/** The one import of the extension API; everything else in this room goes through here. */
export { default as browser } from 'webextension-polyfill';
export type { Menus, Permissions, Runtime, Tabs } from 'webextension-polyfill';
