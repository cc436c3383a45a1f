import { build } from 'vite';
import { inProject } from '../../build/paths.ts';

/**
 * Bundles a module of the project into one script for `page.evaluate`, so that a test or bench can run our own code
 * (the storage room, say) inside a page of the released extension without shipping it. Its exports become `name`.
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: inProject(entry), formats: ['iife'], name },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error(`${entry} was not bundled`);
  const [chunk] = output.output;
  return `${chunk.code};globalThis.${name} = ${name};`;
}
