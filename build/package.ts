/**
 * Builds for release and makes dist/clipshelf-<browser>-<version>.zip, byte for byte the same from the same sources.
 * `--verify` does it twice and compares.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { outputFolder } from './bundles.ts';
import { buildExtension, readVersion } from './extension.ts';
import { type Browser, browsers } from './manifest.ts';
import { inProject } from './paths.ts';
import { zipFolder } from './zip.ts';

async function packageFor(browser: Browser): Promise<Uint8Array> {
  await buildExtension({ browser, watch: false });
  return zipFolder(outputFolder(browser));
}

const { values } = parseArgs({ options: { verify: { type: 'boolean', default: false } } });
for (const browser of browsers) {
  const zip = await packageFor(browser);
  const name = `clipshelf-${browser}-${await readVersion()}.zip`;
  await writeFile(inProject('dist', name), zip);
  console.log(`dist/${name}  ${(zip.byteLength / 1000).toFixed(1)} kB`);
  if (values.verify && !Buffer.from(zip).equals(await packageFor(browser))) {
    throw new Error(`${name}: packaging twice gave two different files`);
  }
}
