/** Builds for release and makes dist/clipshelf-<browser>-<version>.zip, byte for byte the same from the same sources. */
import { writeFile } from 'node:fs/promises';
import { outputFolder } from './bundles.ts';
import { buildExtension, readVersion } from './extension.ts';
import { browsers } from './manifest.ts';
import { inProject } from './paths.ts';
import { zipFolder } from './zip.ts';

for (const browser of browsers) {
  await buildExtension({ browser, watch: false });
  const zip = await zipFolder(outputFolder(browser));
  const name = `clipshelf-${browser}-${await readVersion()}.zip`;
  await writeFile(inProject('dist', name), zip);
  console.log(`dist/${name}  ${(zip.byteLength / 1000).toFixed(1)} kB`);
}
