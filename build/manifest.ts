export type Browser = 'chrome' | 'firefox';

export const browsers: readonly Browser[] = ['chrome', 'firefox'];

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type Manifest = Readonly<Record<string, Json>>;

/**
 * The manifest of one browser, from the top-level manifest.json, which is Chrome's plus `browser_specific_settings`.
 * Firefox runs the background as a page with a module script instead of a service worker, and pages are parsed in a frame
 * of that page instead of an offscreen document; it has no sandboxed pages. The panel is its sidebar, which needs no permission.
 */
export function manifestFor(browser: Browser, manifest: Manifest, version: string): Manifest {
  const common = { ...manifest, version };
  return browser === 'chrome' ? forChrome(common) : forFirefox(common);
}

function forChrome(manifest: Manifest): Manifest {
  return without(without(manifest, 'browser_specific_settings'), 'sidebar_action');
}

function forFirefox(manifest: Manifest): Manifest {
  const background = manifest['background'];
  if (!isObject(background) || typeof background['service_worker'] !== 'string') {
    throw new Error('manifest.json: background.service_worker is missing');
  }
  const { service_worker: script, ...rest } = background;
  return {
    ...without(without(without(manifest, 'minimum_chrome_version'), 'side_panel'), 'sandbox'),
    background: { ...rest, scripts: [script] },
    permissions: withoutPermission(manifest['permissions'], 'sidePanel'),
    // There the background writes into the clipboard by itself; in Chrome the page does, which needs no permission.
    optional_permissions: [
      ...withoutPermission(manifest['optional_permissions'], 'offscreen'),
      'clipboardWrite',
    ],
    content_security_policy: withOwnFrames(manifest['content_security_policy']),
  };
}

function withoutPermission(permissions: Json | undefined, name: string): readonly Json[] {
  return Array.isArray(permissions) ? permissions.filter((each) => each !== name) : [];
}

function withOwnFrames(policy: Json | undefined): Json {
  if (!isObject(policy) || typeof policy['extension_pages'] !== 'string') {
    throw new Error('manifest.json: content_security_policy.extension_pages is missing');
  }
  const pages = policy['extension_pages'].replace("frame-ancestors 'none'", "frame-ancestors 'self'");
  return { extension_pages: pages };
}

function without(manifest: Manifest, key: string): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([name]) => name !== key));
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
