import type { Clip } from '../../core/clip/clip.ts';
import { isLink } from '../../core/clip/is-link.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { Failure } from '../../core/failure.ts';
import type { Job, JobItem, NewItem } from '../../core/job/job.ts';
import { listItem, pageItem } from '../../core/job/new-items.ts';
import { afterClip, afterFailure } from '../../core/job/outcome.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import { clipById, clipOfPage } from '../../database/clips/clip-queries.ts';
import { pauseJob, recordItem, setJobState } from '../../database/jobs/job-writes.ts';
import { saveArticle } from '../saving/save-article.ts';
import type { Library } from '../library.ts';
import type { DoItem } from './job-runner.ts';
import type { ReadItem } from './read-item.ts';
import { reextractItem } from './reextract-item.ts';

/**
 * Clips the page of an item, or adds to its job the pages that it lists. A link that is there gets the page's article. Done twice, it has the same effect as once: a
 * page that is in the library is skipped, and a job takes each page once. So an item whose end was not recorded, because
 * the worker died, is simply done again.
 */
export function createDoItem(dependencies: DoItemDependencies): DoItem {
  const { library, hasAccess, hasParserPage } = dependencies;
  return async (job, item) => {
    const database = await library.database();
    try {
      if (!(await (item.role === 'clip' ? hasParserPage() : hasAccess([item.url])))) {
        // Withdrawn meanwhile: the item waits as it is.
        await setJobState(database, job.id, 'needs-access', Date.now());
        return null;
      }
      const { after, named, leftOut } = await attempt(dependencies, job, item);
      await recordItem(database, after, Date.now(), named, job.kind, leftOut);
      return null;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('bug', String(error), { cause: error });
      if (failure.code.startsWith('store/')) {
        // No item can be kept as long as this lasts: the user continues the job once it is mended.
        await pauseJob(database, job.id, failure.code);
        return null;
      }
      const now = Date.now();
      const after = isOffline(failure)
        ? { ...item, notBefore: now + offlineNap }
        : afterFailure(item, failure, now);
      await recordItem(database, after, now, [], job.kind);
      return failure.code === 'fetch/busy' && after.state === 'waiting' ? after.notBefore : null;
    }
  };
}

/** Whether the user has allowed the sites of all these addresses. */
export type HasAccess = (urls: readonly string[]) => Promise<boolean>;

export interface DoItemDependencies {
  readonly library: Library;
  readonly reader: PageReader;
  readonly readItem: ReadItem;
  readonly hasAccess: HasAccess;
  /** Whether there is a place where documents can be parsed. */
  readonly hasParserPage: () => Promise<boolean>;
}

interface Attempted {
  readonly after: JobItem;
  readonly named?: readonly NewItem[];
  /** How many pages a list names beyond those. */
  readonly leftOut?: number;
}

const offlineNap = 30_000;

/** Without a network no try counts. */
function isOffline({ code }: Failure): boolean {
  return code === 'fetch/unreachable' && !navigator.onLine;
}

async function attempt(
  { library, reader, readItem }: DoItemDependencies,
  job: Job,
  item: JobItem,
): Promise<Attempted> {
  if (item.role === 'clip') return { after: await reextractItem(library, reader, job, item) };
  if (item.role !== 'page') return await takeList(reader, job, item, item.role);
  const link = await linkFor(library, item);
  // Trashed, deleted or read meanwhile: nobody waits for its article any more.
  if (link === null && item.clipId !== null) return { after: afterClip(item, 'skipped', item.clipId) };
  if (link === null) {
    const there = await clipOf(library, item.url, null);
    if (there !== null) return { after: afterClip(item, 'skipped', there.id) };
  }
  const { article, source } = await readItem(reader, job, item);
  // The address may have led to a page that is there under its own.
  const same = await clipOf(library, article.url, article.canonicalUrl);
  if (same !== null && !isLink(same)) return { after: afterClip(item, 'skipped', same.id) };
  const into = link ?? same;
  const { clipId } = await saveArticle(library, {
    article,
    source,
    tags: into === null ? job.tags : [...into.tags, ...job.tags],
    lesser: 'beside',
    ...(into === null ? {} : { into: into.id }),
    ...(item.tabId === null ? {} : { tabId: item.tabId }),
  });
  return { after: afterClip(item, 'done', clipId) };
}

/** The link in the library that is to become this page's article; null where there is none. */
async function linkFor(library: Library, { clipId, url }: JobItem): Promise<Clip | null> {
  const clip =
    clipId === null ? await clipOf(library, url, null) : await clipById(await library.database(), clipId);
  return clip !== null && clip.trashedAt === null && isLink(clip) ? clip : null;
}

async function takeList(
  reader: PageReader,
  job: Job,
  item: JobItem,
  role: 'list' | 'feed',
): Promise<Attempted> {
  const list = await reader.readList(role, item.url, job.options.cookies);
  const feed = role === 'feed' ? item.url : item.feed;
  const pages = list.pages.map(({ url, title }) => pageItem({ url, title, feed }));
  const { next, title } = list;
  const following = next === null ? [] : [listItem({ role, url: next, title, feed: item.feed })];
  return { after: afterClip(item, 'done', null), named: [...pages, ...following], leftOut: list.leftOut };
}

/** The clip of the page that is in the library, and not in the trash. */
async function clipOf(library: Library, url: string, canonical: string | null): Promise<Clip | null> {
  const clip = await clipOfPage(await library.database(), [urlKey(url, canonical)]);
  return clip === null || clip.trashedAt !== null ? null : clip;
}
