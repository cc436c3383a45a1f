import { liveQuery } from 'dexie';

/**
 * Runs `query` now and again whenever a write in any context of the extension changes what it read.
 * Returns the function that ends it.
 */
export function live<Result>(
  query: () => Promise<Result>,
  onResult: (result: Result) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onResult, error: onError });
  return () => subscription.unsubscribe();
}
