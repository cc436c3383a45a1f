import { Failure } from '../../core/failure.ts';
import { openStagedFile, removeStagedFile, writeCopy } from '../../disk/staged-files.ts';
import type { BatchEntry, BatchImage, FileBatch } from './file-batch.ts';

// A batch goes from the page that reads a file to the worker that stores it through the origin's own file system: one
// clip may be larger than any message. Entries are JSON, each by itself, with their bytes beside them; where everything
// stands is said at the end, and the last eight bytes say where that begins.

type Range = readonly [start: number, size: number];

interface Contents {
  readonly entries: readonly { readonly json: Range; readonly parts: readonly Range[] }[];
  readonly rest: Pick<FileBatch, 'labels' | 'end'>;
}

/** Writes a batch of this copy's file; resolves with the name that `takeBatchFile` takes. Throws `store/full`. */
export async function writeBatchFile(copy: string, { entries, ...rest }: FileBatch): Promise<string> {
  const name = `${copy}.${crypto.randomUUID()}`;
  const pieces: BlobPart[] = [];
  let length = 0;
  const put = (piece: Uint8Array<ArrayBuffer>): Range => {
    pieces.push(piece);
    length += piece.byteLength;
    return [length - piece.byteLength, piece.byteLength];
  };
  const encoder = new TextEncoder();
  const placed = entries.map((entry) => {
    const { plain, parts } = unpacked(entry);
    return { json: put(encoder.encode(JSON.stringify(plain))), parts: parts.map(put) };
  });
  const contents: Contents = { entries: placed, rest };
  const [start] = put(encoder.encode(JSON.stringify(contents)));
  put(new Uint8Array(new BigUint64Array([BigInt(start)]).buffer));
  await writeCopy(name, new Blob(pieces));
  return name;
}

/** In bytes. So much is read in one piece: each read crosses to the browser's process and back. */
const mostAtOnce = 16_000_000;

/** The batch of that name, whose file is removed. Throws `import/unreadable` where it is not there any more. */
export async function takeBatchFile(name: string): Promise<FileBatch> {
  const file = await openStagedFile(name);
  const whole = file.size > mostAtOnce ? null : new Uint8Array(await file.arrayBuffer());
  const bytesAt = async ([start, size]: Range) =>
    whole?.slice(start, start + size) ?? new Uint8Array(await file.slice(start, start + size).arrayBuffer());
  const jsonAt = async (range: Range): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await bytesAt(range)));
  try {
    const end = file.size - 8;
    const start = Number(new BigUint64Array((await bytesAt([end, 8])).buffer)[0]);
    const { entries, rest } = (await jsonAt([start, end - start])) as Contents;
    const batch: BatchEntry[] = [];
    for (const { json, parts } of entries) {
      const bytes: Uint8Array<ArrayBuffer>[] = [];
      for (const part of parts) bytes.push(await bytesAt(part));
      batch.push(withBytes((await jsonAt(json)) as BatchEntry, bytes));
    }
    return { entries: batch, ...rest };
  } catch (error) {
    throw new Failure('import/unreadable', `batch: ${String(error)}`, { cause: error });
  } finally {
    await removeStagedFile(name);
  }
}

const none = new Uint8Array(0);

/** An entry without its bytes, and these: of each picture, then of the page. */
function unpacked(entry: BatchEntry): {
  readonly plain: BatchEntry;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
} {
  if (entry.kind === 'problem') return { plain: entry, parts: [] };
  const { images } = entry.kind === 'clip' ? entry.clip : entry.article;
  const source = entry.kind === 'clip' ? entry.clip.source : null;
  const page = source === null ? [] : [source.gzip];
  return { plain: withBytes(entry, []), parts: [...images.map(({ bytes }) => bytes), ...page] };
}

function withBytes(entry: BatchEntry, parts: readonly Uint8Array<ArrayBuffer>[]): BatchEntry {
  if (entry.kind === 'problem') return entry;
  const filled = (images: readonly BatchImage[]) =>
    images.map((image, index) => ({ ...image, bytes: parts[index] ?? none }));
  if (entry.kind === 'article')
    return { ...entry, article: { ...entry.article, images: filled(entry.article.images) } };
  const { images, source } = entry.clip;
  const page = source === null ? null : { ...source, gzip: parts[images.length] ?? none };
  return { ...entry, clip: { ...entry.clip, images: filled(images), source: page } };
}
