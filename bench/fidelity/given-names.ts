import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TruthPage } from '../corpus/truth-pages.ts';
import type { NamePlace } from './in-page-name.ts';

/** An author that was given to a page whose files name none, and where the page says that name. */
export interface GivenName {
  readonly id: string;
  readonly name: string;
  readonly place: NamePlace;
}

/** Whether the author's files (or the site's configuration) name somebody whom the page shows. */
export function namesItsAuthor({ folder }: TruthPage, html: string): boolean {
  const meta: unknown = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'));
  const author = typeof meta === 'object' && meta !== null && 'author' in meta ? meta.author : null;
  return typeof author === 'string' && html.toLowerCase().includes(author.toLowerCase());
}

/** Says of the pages that name nobody how many were given a name, and which names no line of the page gives as an author's. */
export function printGivenNames(pages: number, given: readonly GivenName[]): void {
  const of = (place: NamePlace): readonly GivenName[] => given.filter((each) => each.place === place);
  const none = of('none');
  console.log(
    `${pages} pages whose files name no author: ${given.length} were given one, ${of('author').length} as the page says it, ` +
      `${of('rights').length} from a line of rights, ${of('owner').length} as whose site it is, ` +
      `${none.length} that no line gives (${((100 * none.length) / Math.max(1, pages)).toFixed(1)} %)`,
  );
  for (const { id, name } of none) console.log(`  no line gives ${JSON.stringify(name)}: ${id}`);
}
