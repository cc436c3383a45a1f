import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { inProject } from './paths.ts';

/** Where a bundled module comes from: the folder of its package, null for a module of ours. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/').replace(/^\0/, '');
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder ?? null;
}

/** Adds the package folders of all modules that reach the output, and none that was dropped, to `found`. */
export function noteBundledPackages(found: Set<string>): Plugin {
  return {
    name: 'clipshelf:note-bundled-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = packageFolder(id);
          if (folder !== null && renderedLength > 0) found.add(folder);
        }
      }
    },
  };
}

/**
 * The text that goes into both packages: name, version and licence of each bundled package, by name, then the licences of
 * what our own files were made from (LICENSES). Throws where a package has no licence file.
 */
export function thirdPartyNotices(folders: Iterable<string>): string {
  const packages = [...folders].map(readPackage).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const parts = packages.map(({ name, version, text }) => `${name} ${version}\n\n${text}`);
  const sources = readdirSync(inProject('LICENSES'))
    .toSorted()
    .map((file) => readFileSync(inProject('LICENSES', file), 'utf8').trim());
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `${['Clipshelf contains the software below, each under its own licence.', ...parts, ...sources].join(rule)}\n`;
}

interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  readonly text: string;
}

function readPackage(folder: string): LicensedPackage {
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version } = about as { name: string; version: string };
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[-.]\w+)*$/i.test(each));
  if (file === undefined) {
    // A few packages name a licence and do not bring its text: it is among ours.
    if (existsSync(inProject('LICENSES', `${name}.txt`)))
      return { name, version, text: 'Its licence is below.' };
    throw new Error(`${name} ${version} has no licence file in ${folder}`);
  }
  return { name, version, text: readFileSync(join(folder, file), 'utf8').trim() };
}
