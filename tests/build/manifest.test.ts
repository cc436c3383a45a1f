import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Manifest, manifestFor } from '../../build/manifest.ts';
import { inProject } from '../../build/paths.ts';

const manifest = JSON.parse(readFileSync(inProject('manifest.json'), 'utf8')) as Manifest;

test('Chrome gets a service worker and nothing meant for Firefox', () => {
  const chrome = manifestFor('chrome', manifest, '1.2.3');
  expect(chrome['background']).toEqual({ service_worker: 'background.js', type: 'module' });
  expect(chrome).not.toHaveProperty('browser_specific_settings');
  expect(chrome).not.toHaveProperty('sidebar_action');
  expect(chrome['minimum_chrome_version']).toBe('121');
});

test('Firefox gets a module script, its id and the statement that no data is collected before sync is set up', () => {
  const firefox = manifestFor('firefox', manifest, '1.2.3');
  expect(firefox['background']).toEqual({ scripts: ['background.js'], type: 'module' });
  expect(firefox).not.toHaveProperty('minimum_chrome_version');
  expect(firefox['browser_specific_settings']).toMatchObject({
    gecko: {
      id: 'clipshelf@clipshelf.app',
      // Asked for when sync is set up: clips go to the host that the user names.
      data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'bookmarksInfo'] },
    },
    // The first Firefox for Android that knows data_collection_permissions.
    gecko_android: { strict_min_version: '142.0' },
  });
});

test('documents are parsed in an offscreen page in Chrome, in a frame of the background page in Firefox', () => {
  const [chrome, firefox] = [manifestFor('chrome', manifest, '1'), manifestFor('firefox', manifest, '1')];
  expect(chrome['optional_permissions']).toContain('offscreen');
  expect(firefox['optional_permissions']).not.toContain('offscreen');
  expect(chrome['optional_permissions']).not.toContain('clipboardWrite');
  expect(firefox['optional_permissions']).toContain('clipboardWrite');
  expect(JSON.stringify(chrome['content_security_policy'])).toContain("frame-ancestors 'none'");
  expect(JSON.stringify(firefox['content_security_policy'])).toContain("frame-ancestors 'self'");
  // What a page that hangs cannot take along: Firefox has no such pages, and warns of the key.
  expect(chrome['sandbox']).toEqual({ pages: ['sandbox.html'] });
  expect(firefox).not.toHaveProperty('sandbox');
  expect(firefox['content_security_policy']).not.toHaveProperty('sandbox');
  expect(() => manifestFor('firefox', { ...manifest, content_security_policy: {} }, '1')).toThrow(
    'extension_pages',
  );
});

test('the panel is Chrome’s side panel and Firefox’s sidebar, for which Firefox wants no permission', () => {
  const [chrome, firefox] = [manifestFor('chrome', manifest, '1'), manifestFor('firefox', manifest, '1')];
  expect(chrome['side_panel']).toEqual({ default_path: 'pages/panel/index.html' });
  expect(chrome['permissions']).toContain('sidePanel');
  expect(firefox['sidebar_action']).toMatchObject({ default_panel: 'pages/panel/index.html' });
  expect(firefox).not.toHaveProperty('side_panel');
  expect(firefox['permissions']).not.toContain('sidePanel');
});

test('both carry the version of package.json', () => {
  expect(manifestFor('chrome', manifest, '1.2.3')['version']).toBe('1.2.3');
  expect(manifestFor('firefox', manifest, '1.2.3')['version']).toBe('1.2.3');
});

test('a manifest without a background script is refused', () => {
  expect(() => manifestFor('firefox', { manifest_version: 3 }, '1.2.3')).toThrow('service_worker');
});

test('only the permissions that show no warning, and no access to any site', () => {
  expect(manifest['permissions']).toEqual([
    'activeTab',
    'scripting',
    'storage',
    'unlimitedStorage',
    'contextMenus',
    'sidePanel',
  ]);
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('content_scripts');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
});
