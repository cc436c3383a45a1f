/**
 * What the popup needs of storage and search at run time, as one module of its own: it is loaded beside the first paint
 * rather than before it. Dexie is half of the popup's code.
 */
export { openDatabase } from '../../../database/database.ts';
export { onGone } from '../../../database/gone.ts';
export { live } from '../../../database/live.ts';
export { hasFilter, toggleFilter } from '../../../search/query/edit-query.ts';
export { queryHelp } from '../../../search/query/query-help.ts';
export { queryPieces, withoutPiece } from './query-pieces.ts';
export { completions } from '../../../search/query/completions.ts';
export { nearbyInLibrary, searchLibrary } from '../../../database/search/search-queries.ts';
export { searchVocabulary } from '../../../database/search/vocabulary-queries.ts';
export { suggestedTags } from '../../../database/tags/suggestion-queries.ts';
export { storeFailure } from '../../../database/store-failure.ts';
