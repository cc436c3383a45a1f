/**
 * Builds dist/chrome and dist/firefox.
 *
 *   tsx build/build.ts            both, for release
 *   tsx build/build.ts --watch    both, readable and rebuilt on change
 */
import { parseArgs } from 'node:util';
import { buildExtension } from './extension.ts';
import { browsers } from './manifest.ts';

const { values } = parseArgs({ options: { watch: { type: 'boolean', default: false } } });
for (const browser of browsers) {
  const started = performance.now();
  await buildExtension({ browser, watch: values.watch });
  console.log(`dist/${browser}: ${String(Math.round(performance.now() - started))} ms`);
}
