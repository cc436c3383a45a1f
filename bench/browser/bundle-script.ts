import { build } from 'vite';
import { readabilityChoice } from '../../build/readability-choice.ts';
import { inProject } from '../../build/paths.ts';

/**
 * A module of ours as one classic script whose value is its default export, minified as in the extension.
 * @param libraries 'whole' where what is measured is a library itself
 */
export async function bundleScript(
  file: string,
  libraries: 'as-built' | 'whole' = 'as-built',
): Promise<string> {
  const name = 'clipshelfBundle';
  const result = await build({
    configFile: false,
    root: inProject('.'),
    publicDir: false,
    logLevel: 'error',
    plugins: libraries === 'whole' ? [] : [readabilityChoice()],
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
