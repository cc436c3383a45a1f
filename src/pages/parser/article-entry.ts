import { parseArticle } from '../../core/clip/extraction.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { takeArticle, type TakenArticle } from '../../formats/import/imported-article.ts';
import { type ImportedClip, problem, remark } from '../../formats/import/imported-clip.ts';
import { takePage } from '../../formats/import/imported-page.ts';
import type { BatchEntry } from '../../database/jobs/file-batch.ts';
import { batchImages } from './batch-images.ts';
import { namedHighlights } from './named-highlights.ts';
import { parseDocument } from '../../extract/fetched/parse-document.ts';
import type { ReadApart } from './read-apart.ts';
import { readText } from './read-source.ts';

/** Most that is read of one clip's pictures, in bytes: what is beyond stays out, and is named. */
const mostPictures = 200 * 2 ** 20;

export interface EntryDependencies {
  /** Epoch ms. */
  readonly now: number;
  readonly readApart: ReadApart;
}

/**
 * What is stored of an imported clip, with the pictures that came with it; `remarks` name what did not come through. What
 * fails in one entry costs that entry.
 */
export async function articleEntry(
  clip: ImportedClip,
  remarks: readonly ImportProblem[],
  { now, readApart }: EntryDependencies,
): Promise<BatchEntry> {
  const entry = clip.title || clip.url;
  try {
    const { article, pictures, highlights: taken } = await takenArticle(clip, readApart);
    const { files, lost } = await readPictures(pictures);
    const { images, remarks: ofPictures } = await batchImages(files, entry);
    const missing = lost.map((name) => remark('missing-picture', name, { entry }));
    const highlights = await namedHighlights(article.url, taken);
    return {
      kind: 'article',
      article: { ...ownFields(clip, now), article, images, highlights },
      remarks: [...remarks, ...missing, ...ofPictures],
    };
  } catch (error) {
    return problem('damaged', `${clip.url} ${String(error)}`, { entry });
  }
}

function ownFields({ tags, note, highlights, savedAt, read, readAt, starred }: ImportedClip, now: number) {
  // A remark on no passage is one on the page.
  const remarks = highlights.filter(({ quote, exact }) => quote === '' && exact === undefined);
  const texts = [note, ...remarks.map((highlight) => highlight.note)].filter((text) => text !== '');
  // Read, but the file does not say when.
  return {
    tags,
    note: texts.join('\n\n'),
    savedAt,
    readAt: readAt ?? (read ? (savedAt ?? now) : null),
    starred,
  };
}

async function takenArticle(clip: ImportedClip, readApart: ReadApart): Promise<TakenArticle> {
  const { content } = clip;
  if (content === null || content.kind !== 'page') return takeArticle(clip);
  const document = await parseDocument(new Blob([content.text]), 'text/html', 'utf-8');
  return await takePage(clip, document, async (html) => {
    const { article } = await readText(readApart, { bytes: new Blob([html]), url: clip.url });
    return parseArticle(article);
  });
}

async function readPictures({ named, missing }: TakenArticle['pictures']) {
  const files: { readonly url: string; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  const lost = [...missing];
  let size = 0;
  for (const [url, picture] of named) {
    const bytes = size > mostPictures ? null : await picture.read();
    size += bytes?.length ?? 0;
    if (bytes === null) lost.push(picture.name);
    else files.push({ url, bytes });
  }
  return { files, lost };
}
