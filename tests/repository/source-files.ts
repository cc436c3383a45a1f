import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { inProject } from '../../build/paths.ts';

export interface SourceFile {
  /** From the project's root, with slashes: `src/core/failure.ts`. */
  readonly path: string;
  /** The folder below src. */
  readonly layer: string;
  /** Without comments. */
  readonly code: string;
  /** Files of ours, as paths, and packages, by name. */
  readonly imports: readonly string[];
  /** Without those of types alone, which are gone when the code runs. */
  readonly runtimeImports: readonly string[];
  /** Of those, what is loaded with the file; not what it imports later. */
  readonly loadedImports: readonly string[];
}

/** Every TypeScript file below src. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(inProject('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relativePath(join(entry.parentPath, entry.name)))
    .toSorted()
    .map(read);
}

function relativePath(absolute: string): string {
  return absolute.slice(inProject().length).replaceAll('\\', '/').replace(/^\//, '');
}

function read(path: string): SourceFile {
  const code = withoutComments(readFileSync(inProject(path), 'utf8'));
  const running = code.replace(/^(?:import|export) type [^'";]*from '[^']+';/gm, '');
  const importsIn = (text: string) => specifiersIn(text).map((each) => resolved(path, each));
  return {
    path,
    layer: path.split('/')[1] ?? '',
    code,
    imports: importsIn(code),
    runtimeImports: importsIn(running),
    loadedImports: importsIn(running.replace(/\bimport\(\s*'[^']+'\s*\)/g, '')),
  };
}

function specifiersIn(code: string): readonly string[] {
  return [
    ...code.matchAll(/(?:^|[;\n])\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'/g),
    ...code.matchAll(/(?:^|[;\n])\s*import\s*'([^']+)'/g),
    ...code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g),
  ].map((match) => match[1] ?? '');
}

function resolved(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : packageName(specifier);
}

function packageName(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** Good enough for our own, formatted code: a `//` within a string is always behind a colon. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
