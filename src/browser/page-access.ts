import { Failure } from '../core/failure.ts';
import { isWebAddress } from '../core/parse-url.ts';

/**
 * Why a page could not be read, from its address and the browser's words. The only place that looks at a browser's
 * message text: both browsers reject `executeScript` with a plain Error.
 */
export function pageFailure(url: string | undefined, error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  const because = { cause: error };
  if (
    /no tab with id|invalid tab id|frame with id .{0,40} was removed|tab was closed|actor .{0,200}destroyed/i.test(
      detail,
    )
  ) {
    return new Failure('page/changed', detail, because);
  }
  if (url !== undefined && /\.pdf($|[?#])/i.test(url)) return new Failure('page/pdf', detail, because);
  if (url?.startsWith('file:') === true) return new Failure('page/local-file', detail, because);
  if (url === undefined || !isWebAddress(url)) return new Failure('page/restricted', detail, because);
  if (
    /cannot access|cannot be scripted|missing host permission|extensions gallery|error page/i.test(detail)
  ) {
    return new Failure('page/restricted', detail, because);
  }
  return new Failure('page/unreadable', detail, because);
}
