import type { Plugin } from 'vite';

export interface Replacement {
  /** The end of the module's path. */
  readonly module: string;
  readonly find: RegExp;
  readonly replace: string;
}

/** Replaces texts of libraries as they are bundled. Fails the build where a library's new version no longer has one. */
export function replacing(name: string, replacements: readonly Replacement[]): Plugin {
  return {
    name,
    transform(code, id) {
      const path = id.replaceAll('\\', '/').split('?')[0] ?? '';
      const due = replacements.filter(({ module }) => path.endsWith(`node_modules/${module}`));
      if (due.length === 0) return null;
      return { code: due.reduce((text, each) => replaceOnce(text, each), code), map: null };
    },
  };
}

/**
 * The code with one text replaced.
 * @throws Error where it is not there
 */
export function replaceOnce(code: string, { module, find, replace }: Replacement): string {
  if (!find.test(code)) throw new Error(`${module} has changed: ${String(find)} is not in it`);
  // A function, since `$` has a meaning in a replacement text.
  return code.replace(find, () => replace);
}
