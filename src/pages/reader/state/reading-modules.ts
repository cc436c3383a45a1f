/**
 * What the reader needs before it can show an article, as one module of its own: it is loaded beside the first paint
 * rather than before it.
 */
export { sanitizeArticle } from '../../../extract/sanitize.ts';
export { openDatabase } from '../../../database/database.ts';
export { clipOfAlias } from '../../../database/clips/clip-queries.ts';
export { labelledHighlightsOf } from '../../../database/highlights/highlight-queries.ts';
export { imagesOfClip } from '../../../database/images/image-queries.ts';
export { runningJobCount } from '../../../database/jobs/job-queries.ts';
export { clipsLike } from '../../../database/search/search-queries.ts';
export { live } from '../../../database/live.ts';
export { storeFailure } from '../../../database/store-failure.ts';
export { neighboursOf } from './neighbours.ts';
export { suggestTags } from './suggest-tags.ts';
