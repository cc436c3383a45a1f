import { build } from 'vite';
import { inProject } from '../../build/paths.ts';

/** A module of ours as one classic script whose value is its default export, minified as in the extension. */
export async function bundleScript(file: string): Promise<string> {
  const name = 'clipshelfBundle';
  const result = await build({
    configFile: false,
    root: inProject('.'),
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: 'oxc',
      target: 'chrome121',
      rolldownOptions: {
        input: inProject(file),
        preserveEntrySignatures: 'strict',
        output: { format: 'iife', name, exports: 'default', codeSplitting: false, postFooter: `${name};` },
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk =
    first !== undefined && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (chunk === undefined || chunk.type !== 'chunk') throw new Error(`no bundle of ${file}`);
  return chunk.code;
}
