import type { BrowserKind } from './find-browser.ts';
import { ensureBrowser } from './install-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import type { LaunchOptions, RunningExtension } from './running-extension.ts';

/** The built extension in a browser of this kind. */
export function launch(
  kind: BrowserKind,
  options: LaunchOptions = { headless: true },
): Promise<RunningExtension> {
  const { path } = ensureBrowser(kind);
  return kind === 'chromium' ? launchChromium(path, options) : launchFirefox(path, options);
}
