import type { SharedClip, SharedLibrary } from './shared-clip.ts';

/** The clips of one page, for each of several libraries in their order. */
type Page = readonly (readonly SharedClip[])[];

/**
 * Puts together which clips of several libraries are of one page: those with an id or alias in common, or with the same url key,
 * and whatever is of one page with those.
 */
export function samePages(libraries: readonly SharedLibrary[]): Page[] {
  const roots = new Roots();
  for (const library of libraries)
    for (const clip of library.values())
      for (const alias of [...clip.aliases.map(idName), pageName(clip.urlKey)])
        roots.join(idName(clip.id), alias);
  const pages = new Map<string, SharedClip[][]>();
  for (const [index, library] of libraries.entries()) {
    for (const clip of library.values()) {
      const root = roots.of(idName(clip.id));
      const page = pages.get(root) ?? libraries.map((): SharedClip[] => []);
      page[index]?.push(clip);
      pages.set(root, page);
    }
  }
  return [...pages.values()];
}

const idName = (id: string): string => `id ${id}`;
const pageName = (urlKey: string): string => `page ${urlKey}`;

/** Disjoint sets of names. */
class Roots {
  readonly #parents = new Map<string, string>();

  of(name: string): string {
    let root = name;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    if (root !== name) this.#parents.set(name, root);
    return root;
  }

  join(a: string, b: string): void {
    const [first, second] = [this.of(a), this.of(b)];
    if (first !== second) this.#parents.set(second, first);
  }
}
