/**
 * What the popup needs of storage and search at run time, as one module of its own: it is loaded beside the first paint
 * rather than before it. Dexie is half of the popup's code.
 */
export { openDatabase } from '../../../storage/database.ts';
export { live } from '../../../storage/live.ts';
export { searchShelf } from '../../../storage/search/search-queries.ts';
export { suggestedTags } from '../../../storage/tags/suggestion-queries.ts';
export { storeFailure } from '../../../storage/store-failure.ts';
