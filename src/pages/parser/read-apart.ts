import { isFailureCode, Failure } from '../../core/failure.ts';
import { type FetchedAnswer, type FetchedPage, readFetched } from '../../extract/fetched/read-fetched.ts';

/** Reads a page that was fetched, or kept; throws `page/…` codes. */
export type ReadApart = (page: FetchedPage) => Promise<Extract<FetchedAnswer, { readonly ok: true }>>;

/**
 * Reads pages where they cannot take this one along, as far as the browser has such a place (`sandbox`); else here. What
 * comes back was made from a hostile page: the background parses it.
 */
export function createReadApart(sandbox: ((request: object) => Promise<unknown>) | null): ReadApart {
  return async (page) => {
    // Not checked here: its shape is what readFetched says, its content nobody's.
    const answer = sandbox === null ? await readFetched(page) : ((await sandbox(page)) as FetchedAnswer);
    if (answer.ok) return answer;
    throw new Failure(isFailureCode(answer.code) ? answer.code : 'page/unreadable', answer.detail);
  };
}
