import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import { searchOf } from '../../library-route/library-route.ts';
import type { Library } from './library.ts';

/**
 * Where the clip is read. The address names the list that it was opened from (`list`, the library's own search), so that
 * the reader has its neighbours; and the block to open at, where there is one.
 */
export function readerAddress(
  { address, results }: Pick<Library, 'address' | 'results'>,
  clip: Pick<Clip, 'id' | 'codeBlocks' | 'words' | 'url'>,
  block?: number,
): string {
  return addressInReader(clip.id, {
    block: block ?? results.hits.peek().get(clip.id)?.excerpt?.block,
    list: searchOf({ ...address.place.peek(), view: 'clips' }),
  });
}

function addressInReader(
  id: ClipId,
  { block, list }: { readonly block?: number | undefined; readonly list: string },
): string {
  const parameters = new URLSearchParams({ id });
  if (block !== undefined) parameters.set('block', String(block));
  if (list !== '') parameters.set('list', list);
  return `../reader/index.html?${parameters.toString()}`;
}
