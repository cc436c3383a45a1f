import { bodyFromArticle, clipContent, languagesOfCode } from '../../src/core/clip/clip-from-article.ts';
import type { Clip } from '../../src/core/clip/clip.ts';
import { urlKey } from '../../src/core/clip/url-key.ts';
import type { ClipVersion, WholeClip } from '../../src/core/clip/whole-clip.ts';
import type { SharedClip } from '../../src/core/sync/shared-clip.ts';
import type { StampingContext } from '../../src/core/sync/stamp-clip.ts';
import { readClipRecord, readSharedText, isProblem } from '../../src/formats/repository/read-clip.ts';
import type { RepositoryFile } from '../../src/formats/repository/repository-files.ts';
import {
  type ClipToShare,
  type SharedWithTexts,
  shareClip,
  wholeOfShared,
} from '../../src/formats/repository/share-clip.ts';
import type { SharedText } from '../../src/formats/repository/shared-text.ts';
import { clipPaths, writeClip } from '../../src/formats/repository/write-clip.ts';
import { importedArticle } from '../../src/formats/import/imported-article.ts';
import { articleFromLink } from '../../src/core/clip/article-from-link.ts';

export const savedAt = Date.UTC(2026, 10, 28, 23, 30);
export const clipName = '0d9f2c1e-5b1a-4a57-9d5e-6a1f3c2b7e10';
const context: StampingContext = { device: 'aaaa0001', changedAt: () => savedAt + 60_000 };

/** A clip of this article HTML as our own extractor would have made it. */
export function wholeFromHtml(
  html: string,
  changes: Partial<Clip> = {},
  versions: readonly ClipVersion[] = [],
): WholeClip {
  const url = 'https://blog.example.com/2026/pools';
  const clip = { ...articleFromLink(url, 'Pools & "limits": 连接池'), tags: [] };
  const article = {
    ...clip,
    ...importedArticle({
      url,
      title: clip.title,
      tags: [],
      note: '',
      highlights: [],
      savedAt: null,
      read: false,
      readAt: null,
      starred: false,
      publishedAt: '2026-01-02',
      author: 'Lin',
      language: 'en',
      siteName: 'Pools',
      description: 'About: pools',
      content: { kind: 'article', text: html },
    }),
  };
  const body = bodyFromArticle(clipName, article);
  return {
    clip: {
      ...clipContent(article),
      codeLanguages: languagesOfCode(body.blocks),
      id: clipName,
      urlKey: urlKey(url),
      tags: ['go', '网络/tcp'],
      note: 'why\n\n# not "this"',
      savedAt,
      updatedAt: savedAt + 1_000,
      sourceAt: null,
      readAt: savedAt + 5_000,
      starred: true,
      trashedAt: null,
      ...changes,
    },
    body,
    versions,
    source: null,
  };
}

function toShare(whole: WholeClip): ClipToShare {
  return { whole, images: new Map() };
}

export interface Written {
  readonly shared: SharedClip;
  readonly markdown: string;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

const labels = new Map([['go', 'Go']]);

/** All files of a clip, by path. */
export async function written({ shared, texts }: SharedWithTexts, whole: WholeClip): Promise<Written> {
  const [markdown, record] = await writeClip(shared, whole, labels);
  const files = new Map([markdown, record].map(({ path, bytes }: RepositoryFile) => [path, bytes] as const));
  for (const [hash, path] of clipPaths(shared).texts) {
    const bytes = texts.get(hash);
    if (bytes !== undefined) files.set(path, bytes);
  }
  return { shared, markdown: new TextDecoder().decode(markdown.bytes), files };
}

export async function shareAndWrite(whole: WholeClip): Promise<Written> {
  return await written(await shareClip(toShare(whole), null, context), whole);
}

/** The clip that another device makes of the files. */
export async function readBack({
  files,
  shared,
}: Written): Promise<{ shared: SharedClip; whole: WholeClip }> {
  const paths = clipPaths(shared);
  const record = readClipRecord(paths.record, files.get(paths.record) ?? new Uint8Array());
  if (isProblem(record)) throw new Error(record.reason);
  const texts = new Map<string, SharedText>();
  for (const [hash, path] of paths.texts) {
    const text = await readSharedText(path, files.get(path) ?? new Uint8Array(), hash);
    if (isProblem(text)) throw new Error(text.reason);
    texts.set(hash, text);
  }
  return { shared: record.shared, whole: wholeOfShared(record.shared, texts) };
}
