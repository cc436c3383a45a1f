import { fromBase64 } from '../../core/base64.ts';
import { parseArticle } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { parseTags } from '../../core/tag/tag.ts';
import type { BatchArticle, FileBatch } from '../../rpc/parser-page/file-batch.ts';
import type { Database } from '../../database/database.ts';
import { takeEntries } from '../../database/jobs/file-job-writes.ts';
import type { ImportedArticle } from '../../database/transfer/import-writes.ts';

/** Stores a batch of a file, and with it that it was stored. */
export async function takeBatch(
  database: Database,
  place: { readonly jobId: string; readonly position: number },
  batch: FileBatch,
  now: number,
): Promise<void> {
  const read = batch.articles.map(importedOf);
  const articles = read.flatMap((each) => ('kind' in each ? [] : [each]));
  const entries = {
    articles,
    clips: batch.clips.map((each) => ({
      ...each,
      images: each.images.map(({ url, hash, type, base64 }) => ({
        url,
        file: { hash, blob: new Blob([fromBase64(base64)], { type }) },
      })),
      source: each.source === null ? null : { ...each.source, gzip: fromBase64(each.source.gzip) },
    })),
    labels: batch.labels,
    problems: [...batch.problems, ...read.flatMap((each) => ('kind' in each ? [each] : []))],
  };
  await takeEntries(database, place, entries, { newIds: articles.map(() => crypto.randomUUID()), now });
}

/** An article that is none costs that entry alone. */
function importedOf(each: BatchArticle): ImportedArticle | ImportProblem {
  try {
    return { ...each, article: parseArticle(each.article), tags: parseTags(each.tags) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const excerpt = each.article.url.slice(0, 120);
    return { kind: 'problem', reason: 'wrong-shape', line: null, entry: null, excerpt };
  }
}
