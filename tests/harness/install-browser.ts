import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserKind, type FoundBrowser, findBrowser } from './find-browser.ts';

const debianPackages: Record<BrowserKind, readonly string[]> = {
  // The fonts, so that Chinese pages and screenshots show Chinese.
  chromium: ['chromium', 'fonts-noto-cjk'],
  firefox: ['firefox-esr', 'fonts-noto-cjk'],
};

/** A browser of this kind: found, or on Debian as root installed. Throws with what to install by hand. */
export function ensureBrowser(kind: BrowserKind): FoundBrowser {
  const found = findBrowser(kind) ?? (canInstall() ? install(kind) : null);
  if (found === null) throw new Error(adviceFor(kind));
  return found;
}

function canInstall(): boolean {
  return process.platform === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function install(kind: BrowserKind): FoundBrowser | null {
  const packages = debianPackages[kind];
  console.log(`No ${kind} here: installing Debian's ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed.\n${adviceFor(kind)}`);
  }
  return findBrowser(kind);
}

function adviceFor(kind: BrowserKind): string {
  const variable = kind === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH';
  const name = kind === 'chromium' ? 'Chrome, Chromium or Edge (121 or later)' : 'Firefox (142 or later)';
  return [
    `${name} is needed and was not found. Install it, or name it: ${variable}=/path/to/it`,
    `  Debian, Ubuntu  sudo apt-get install ${debianPackages[kind].join(' ')}`,
    `  macOS           brew install --cask ${kind === 'chromium' ? 'google-chrome' : 'firefox'}`,
    `  Windows         winget install ${kind === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox'}`,
  ].join('\n');
}
