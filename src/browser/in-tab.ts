import { Failure } from '../core/failure.ts';
import { browser } from './browser.ts';
import { pageFailure } from './page-access.ts';

/** Does something in the page of a tab. What the browser says against it is thrown as a `Failure` with a `page/…` code. */
export async function inTab<Result>(tabId: number, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Of a tab that is gone there is no address; the caller then says that the page changed.
    const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
    throw pageFailure(url, error);
  }
}
