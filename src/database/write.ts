import { searchStores } from '../search/index/stores.ts';
import type { Database } from './database.ts';
import { Dexie } from 'dexie';
import { Failure } from '../core/failure.ts';
import { hasDiskSpace, reserves } from '../disk/disk-space.ts';
import { isStoreError, storeFailure, storeFailureNow } from './store-failure.ts';

/**
 * What kinds of write exist and which tables each may touch: fewer tables, fewer other writers kept waiting.
 * The index is among them wherever a clip's words or its being in the library change.
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
  'highlights',
  'smartLists',
  'ruleQueue',
  ...index,
];
const deleted = [
  'clips',
  'bodies',
  'sources',
  'versions',
  'changes',
  'images',
  'imageFiles',
  'edits',
  'highlights',
  ...index,
];
const scopes = {
  save: saved,
  edit: ['clips', 'bodies', 'tags', 'changes', 'highlights', 'smartLists', ...index],
  /** The text of a clip, or what is marked in it. */
  text: ['clips', 'bodies', 'versions', 'tags', 'changes', 'edits', 'highlights', ...index],
  delete: deleted,
  /** Some of the clips that a job edits or deletes, and the journal of it. */
  'edit-piece': ['jobs', 'editPieces', 'clips', 'tags', 'changes', 'highlights', 'smartLists', ...index],
  'delete-piece': ['jobs', 'editPieces', 'tags', ...deleted],
  /** Clips of a job, and the journal of it. */
  file: ['jobs', ...saved],
  /** Clips, and what is known of the repository that they are synced with. */
  sync: ['jobs', 'sharedClips', 'syncState', 'sharedValues', 'aliases', 'syncUndo', ...saved],
  draft: ['drafts'],
  job: ['jobs', 'jobItems', 'editPieces'],
  lists: ['smartLists', 'ruleRuns'],
  /** Rules that look at new clips, or are taken back. */
  rules: [
    'smartLists',
    'ruleQueue',
    'ruleRuns',
    'clips',
    'bodies',
    'tags',
    'changes',
    'highlights',
    ...index,
  ],
  image: ['images', 'imageFiles', 'changes'],
} as const;

/** What takes little room, or makes some. */
function isSmall(scope: keyof typeof scopes): boolean {
  return scope !== 'save' && scope !== 'file' && scope !== 'image' && scope !== 'sync';
}

/** Runs `work` in one strict read-write transaction. Errors of the database come out as `store/…` failures. */
export async function write<Result>(
  database: Database,
  scope: keyof typeof scopes,
  work: () => Promise<Result>,
): Promise<Result> {
  // Within another transaction it has been looked at, and no other promise may be waited for.
  const reserve = isSmall(scope) ? reserves.small : reserves.text;
  if (Dexie.currentTransaction === null && !(await hasDiskSpace(database, reserve)))
    throw new Failure('store/full', 'too little room left');
  try {
    return await database.transaction('rw', [...scopes[scope]], work);
  } catch (error) {
    if (!isStoreError(error)) throw error;
    throw Dexie.currentTransaction === null ? await storeFailureNow(error) : storeFailure(error);
  }
}
