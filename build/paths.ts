import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The absolute path of a place in the project. */
export function inProject(...parts: readonly string[]): string {
  return join(projectFolder, ...parts);
}
