import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { type BundleOptions, bundlesFor, outputFolder } from './bundles.ts';
import { guideLanguages, guidePage } from './guide.ts';
import { type Manifest, manifestFor } from './manifest.ts';
import { inProject } from './paths.ts';
import { thirdPartyNotices } from './third-party.ts';

/** Writes the unpacked extension of one browser to dist/<browser>; keeps watching if asked to. */
export async function buildExtension(options: Omit<BundleOptions, 'packages'>): Promise<void> {
  const folder = outputFolder(options.browser);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(inProject('public'), folder, { recursive: true });
  if (options.browser === 'firefox') await rm(join(folder, 'sandbox.html'));
  const manifest = manifestFor(options.browser, await readManifest(), await readVersion());
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [locale, language] of Object.entries(guideLanguages)) {
    await writeFile(join(folder, 'guide', `${locale}.html`), guidePage(language));
    await cp(inProject('docs/guide', language, 'images'), join(folder, 'guide', language), {
      recursive: true,
    });
  }
  const packages = new Set<string>();
  for (const bundle of bundlesFor({ ...options, packages })) await build(bundle);
  await cp(inProject('LICENSE'), join(folder, 'LICENSE'));
  await writeFile(join(folder, 'THIRD-PARTY.txt'), thirdPartyNotices(packages));
}

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(inProject('manifest.json'), 'utf8')) as Manifest;
}

export async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as { version: string };
  return version;
}
