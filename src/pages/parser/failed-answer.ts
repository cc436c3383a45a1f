import { Failure } from '../../core/failure.ts';
import { reportBug } from '../../browser/report-bug.ts';
import type { ReadRequest } from '../../rpc/parser-page/page-reading.ts';

/** What the worker is told where a reading failed: of a page it is the page's fault; a sync reads what we wrote. */
export function failedAnswer({ read }: ReadRequest, error: unknown): object {
  if (error instanceof Failure) return { ok: false, code: error.code, detail: error.detail };
  if (read === 'sync') reportBug(error);
  return {
    ok: false,
    code: read === 'sync' ? 'bug' : 'page/unreadable',
    detail: String(error).slice(0, 500),
  };
}
