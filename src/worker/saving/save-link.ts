import { articleFromLink } from '../../core/clip/article-from-link.ts';
import { Failure } from '../../core/failure.ts';
import type { SaveLinkInput, SaveResult } from '../../rpc/commands/contract.ts';
import type { Library } from '../library.ts';
import { saveArticle } from './save-article.ts';

/** Keeps an address with its title, for a page that cannot be read. */
export async function saveLink(library: Library, input: SaveLinkInput): Promise<SaveResult> {
  const { url, title, ...rest } = input;
  if (!/^(https?|file):/i.test(url)) throw new Failure('page/restricted', url);
  return await saveArticle(library, { article: articleFromLink(url, title), ...rest });
}
