import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { seededRandom, type Random } from '../../tests/torture/random.ts';
import type { StyleSheets } from '../browser/page-tab.ts';
import { lineKey } from '../corpus/words.ts';

export interface ManualPage {
  /** `<manual>/<path>`. */
  readonly id: string;
  readonly address: string;
  readonly html: string;
  readonly styles: StyleSheets;
  /** Texts of the links that a third of the pages beside it have: its menu, which is another in each part of a manual. */
  readonly menu: () => ReadonlySet<string>;
}

/** What every generator of manuals writes beside its pages: lists of all pages, and the code that was documented. */
const noPage =
  /(?:^|\/)(?:index|genindex[^/]*|search|py-modindex|modindex|contents|globals[^/]*|functions[^/]*|annotated|classes|files|hierarchy|namespaces|namespacemembers[^/]*|all|dir_\w+|\w*-members)\.html$|\/(?:_modules|_sources|_static|examples|templates|src|releaselog)\//;
const size = { least: 3_000, most: 3_000_000 } as const;
const host = 'https://manuals.example/';

/** Pages of the manuals below a folder, one manual in each of its folders: `count` of each, the same for one seed. */
export function manualPages(
  folder: string,
  count: number,
  seed: number,
  only: RegExp,
): ReadonlyMap<string, readonly ManualPage[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && only.test(entry.name))
    .map((entry) => entry.name)
    .toSorted();
  return new Map(
    names.map((name) => {
      const root = join(folder, name);
      const files = filesBelow(root).filter((file) => isPage(file));
      return [name, sample(files, count, seededRandom(seed)).map((file) => pageOf(folder, file))];
    }),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function isPage(file: string): boolean {
  if (noPage.test(file)) return false;
  const bytes = statSync(file).size;
  return bytes >= size.least && bytes <= size.most;
}

/** At random, of one folder no more than a quarter as long as others have any. */
function sample(files: readonly string[], count: number, random: Random): readonly string[] {
  const left = [...files];
  const shuffled: string[] = [];
  while (left.length > 0) shuffled.push(...left.splice(random.integer(0, left.length - 1), 1));
  const ofFolder = new Map<string, number>();
  const first = shuffled.filter((file) => {
    const taken = (ofFolder.get(dirname(file)) ?? 0) + 1;
    ofFolder.set(dirname(file), taken);
    return taken <= Math.max(1, count / 4);
  });
  const chosen = new Set(first.slice(0, count));
  for (const file of shuffled) if (chosen.size < count) chosen.add(file);
  return [...chosen];
}

function pageOf(folder: string, file: string): ManualPage {
  const id = relative(folder, file).replace('/usr/share/doc', '');
  const styles: StyleSheets = (address) => {
    const url = new URL(address);
    const sheet = join(folder, decodeURIComponent(url.pathname));
    return url.href.startsWith(host) && sheet.startsWith(folder) && existsSync(sheet)
      ? readFileSync(sheet, 'utf8')
      : null;
  };
  const path = relative(folder, file).split('/').map(encodeURIComponent).join('/');
  return { id, address: host + path, html: readFileSync(file, 'utf8'), styles, menu: () => menuBeside(file) };
}

/** How many of the pages beside one are read for their menu. */
const beside = 9;

function menuBeside(file: string): ReadonlySet<string> {
  const others = readdirSync(dirname(file))
    .filter((name) => name.endsWith('.html') && join(dirname(file), name) !== file)
    .slice(0, beside);
  const count = new Map<string, number>();
  for (const other of others) {
    const html = readFileSync(join(dirname(file), other), 'utf8');
    const texts = [...html.matchAll(/<a\s[^>]*>((?:[^<]|<(?!\/a>))*)<\/a>/g)].map((match) =>
      lineKey((match[1] ?? '').replace(/<[^>]*>/g, '')),
    );
    for (const text of new Set(texts)) count.set(text, (count.get(text) ?? 0) + 1);
  }
  const least = Math.max(2, others.length / 3);
  return new Set([...count].filter(([, pages]) => pages >= least).map(([text]) => text));
}
