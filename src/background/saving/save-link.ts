import { articleFromLink } from '../../domain/clip/article-from-link.ts';
import { Failure } from '../../domain/failure.ts';
import type { SaveLinkInput, SaveResult } from '../../messages/contract.ts';
import type { Shelf } from '../shelf.ts';
import { saveArticle } from './save-article.ts';

/** Keeps an address with its title, for a page that cannot be read. */
export async function saveLink(shelf: Shelf, { url, title, tags }: SaveLinkInput): Promise<SaveResult> {
  if (!/^(https?|file):/i.test(url)) throw new Failure('page/restricted', url);
  return await saveArticle(shelf, { article: articleFromLink(url, title), tags });
}
