import { toHex } from '../../core/hex.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { clipMarkdown } from '../export/clip-markdown.ts';
import { articleOf } from './article-part.ts';
import { recordBytes } from './clip-record.ts';
import { type RepositoryFile, assetPath, markdownPath, recordPath, textPath } from './repository-files.ts';
import { sha256Of } from './share-clip.ts';

/** All paths that a clip's files have in the repository; what else there is of it goes. */
export interface ClipPaths {
  readonly markdown: string;
  readonly record: string;
  /** By hash. They never change: what stands there need not be written again. */
  readonly texts: ReadonlyMap<string, string>;
  /** By the pictures' addresses; several clips may have the same. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Where the files of a clip are in the repository. */
export function clipPaths(shared: SharedClip): ClipPaths {
  const { text, versions, images } = shared;
  const hashes = [...versions].flatMap(([hash, { value }]) => (value === null ? [] : [hash]));
  return {
    markdown: markdownPath(named(shared)),
    record: recordPath(shared),
    texts: new Map([text.value.hash, ...hashes].map((hash) => [hash, textPath(shared, hash)])),
    assets: new Map([...images].map(([url, image]) => [url, assetPath(image)])),
  };
}

/**
 * The files of a clip that change with it: its Markdown, and its record. `whole` is the clip as it is shown, `labels` the names
 * of its tags by their keys. Equal clips give equal bytes. Needs a document.
 */
export async function writeClip(
  shared: SharedClip,
  { clip, body }: Pick<WholeClip, 'clip' | 'body'>,
  labels: ReadonlyMap<string, string>,
): Promise<readonly [markdown: RepositoryFile, record: RepositoryFile]> {
  const { markdown, record, assets } = clipPaths(shared);
  const beside = new Map([...assets].map(([url, path]) => [url, `../../${path}`]));
  const tags = clip.tags.toSorted().map((key) => labels.get(key) ?? key);
  const front = [['clip', shared.id]] as const;
  const text = clipMarkdown({ clip, body, tags }, beside, { front });
  const bytes = new TextEncoder().encode(text);
  const article = await sha256Of(new TextEncoder().encode(articleOf(text)));
  return [
    { path: markdown, bytes },
    { path: record, bytes: recordBytes({ shared, article, markdown: await blobId(bytes) }) },
  ];
}

/** The record alone, where nobody could read Markdown beside it. */
export async function writeRecord(shared: SharedClip): Promise<RepositoryFile> {
  const article = await sha256Of(new Uint8Array());
  return { path: recordPath(shared), bytes: recordBytes({ shared, article, markdown: null }) };
}

/** As Git names a file's content. */
export async function blobId(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const header = new TextEncoder().encode(`blob ${String(bytes.byteLength)}\0`);
  const whole = new Uint8Array(header.byteLength + bytes.byteLength);
  whole.set(header);
  whole.set(bytes, header.byteLength);
  const digest = await crypto.subtle.digest('SHA-1', whole);
  return toHex(new Uint8Array(digest));
}

function named({ id, savedAt, said }: SharedClip): { id: string; title: string; savedAt: number } {
  return { id, savedAt, title: said.title.value.text ?? '' };
}
