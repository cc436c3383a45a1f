/**
 * What the reader needs before it can show an article, as one module of its own: it is loaded beside the first paint
 * rather than before it.
 */
export { sanitizeArticle } from '../../../article/sanitize.ts';
export { openDatabase } from '../../../storage/database.ts';
export { imagesOfClip } from '../../../storage/images/image-queries.ts';
export { live } from '../../../storage/live.ts';
export { storeFailure } from '../../../storage/store-failure.ts';
export { neighboursOf } from './neighbours.ts';
