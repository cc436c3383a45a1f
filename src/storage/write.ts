import { searchStores } from '../search/stores.ts';
import type { Database } from './database.ts';
import { isStoreError, storeFailure } from './store-failure.ts';

/**
 * What kinds of write exist and which tables each may touch: fewer tables, fewer other writers kept waiting.
 * The index is among them wherever a clip's words or its being on the shelf change.
 */
const index = Object.keys(searchStores);
const saved = [
  'clips',
  'bodies',
  'sources',
  'versions',
  'tags',
  'drafts',
  'changes',
  'images',
  'imageFiles',
  'edits',
  ...index,
];
const scopes = {
  save: saved,
  edit: ['clips', 'bodies', 'tags', 'changes', 'edits', ...index],
  delete: ['clips', 'bodies', 'sources', 'versions', 'changes', 'images', 'imageFiles', 'edits', ...index],
  /** Clips of a file, and the journal of it. */
  file: ['jobs', ...saved],
  draft: ['drafts'],
  job: ['jobs', 'jobItems'],
  image: ['images', 'imageFiles', 'changes'],
} as const;

/** Runs `work` in one strict read-write transaction. Errors of the database come out as `store/…` failures. */
export async function write<Result>(
  database: Database,
  scope: keyof typeof scopes,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await database.transaction('rw', [...scopes[scope]], work);
  } catch (error) {
    throw isStoreError(error) ? storeFailure(error) : error;
  }
}
