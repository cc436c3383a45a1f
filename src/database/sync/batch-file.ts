import type { WholeClip } from '../../core/clip/whole-clip.ts';
import { Failure } from '../../core/failure.ts';
import { openStagedFile, removeStagedFile, writeCopy } from '../../disk/staged-files.ts';
import type { SyncBatch, SyncImage, SyncPiece } from './sync-piece.ts';

// As the batches of files (database/jobs/batch-file.ts): where the parts end, JSON, then the bytes of pictures. Articles are
// plain data and most of it: they are a part of their own, which need not be searched for maps.

/** What maps are written as: JSON has none. */
const mapMark = '$map';
/** Two lengths in bytes. */
const headLength = 16;

/** Writes a batch for the worker; resolves with the name that `takeSyncBatchFile` takes. Throws `store/full`. */
export async function writeSyncBatch(batch: SyncBatch): Promise<string> {
  const name = `sync.${crypto.randomUUID()}`;
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  const wholes: WholeClip[] = [];
  const pieces = batch.pieces.map((piece) => {
    if (piece.kind === 'delete') return piece;
    const { whole, ...rest } = piece;
    wholes.push(whole);
    return { ...rest, images: piece.images.map((image) => unpacked(image, bytes)) };
  });
  const encoder = new TextEncoder();
  const articles = encoder.encode(JSON.stringify(wholes));
  const others = encoder.encode(JSON.stringify({ ...batch, pieces }, plainMaps));
  const lengths = [articles, others].map(({ byteLength }) => BigInt(byteLength));
  const head = new Uint8Array(new BigUint64Array(lengths).buffer);
  await writeCopy(name, new Blob([head, articles, others, ...bytes]));
  return name;
}

/** The batch of that name, whose file is removed. Throws `import/unreadable` where it is not there any more. */
export async function takeSyncBatchFile(name: string): Promise<SyncBatch> {
  const file = await openStagedFile(name);
  try {
    const [articles = 0, others = 0] = [
      ...new BigUint64Array(await file.slice(0, headLength).arrayBuffer()),
    ].map(Number);
    let start = headLength + articles;
    const wholes = (JSON.parse(await file.slice(headLength, start).text()) as WholeClip[]).values();
    const json = await file.slice(start, start + others).text();
    start += others;
    const batch = JSON.parse(json, revivedMaps) as SyncBatch;
    const pieces: SyncPiece[] = [];
    for (const piece of batch.pieces) {
      if (piece.kind === 'delete') pieces.push(piece);
      else {
        const images: SyncImage[] = [];
        for (const image of piece.images) {
          const size = image.bytes === null ? 0 : Number(image.bytes);
          const bytes = new Uint8Array(await file.slice(start, start + size).arrayBuffer());
          images.push({ ...image, bytes: image.bytes === null ? null : bytes });
          start += size;
        }
        const whole = wholes.next().value;
        if (whole === undefined) throw new TypeError('an article is missing');
        pieces.push({ ...piece, whole, images });
      }
    }
    return { ...batch, pieces };
  } catch (error) {
    throw new Failure('import/unreadable', `sync batch: ${String(error)}`, { cause: error });
  } finally {
    await removeStagedFile(name);
  }
}

/** The picture with the number of its bytes in their place. */
function unpacked(image: SyncImage, bytes: Uint8Array<ArrayBuffer>[]): object {
  if (image.bytes === null) return image;
  bytes.push(image.bytes);
  return { ...image, bytes: image.bytes.byteLength };
}

function plainMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? { [mapMark]: [...(value as Map<unknown, unknown>)] } : value;
}

function revivedMaps(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(mapMark in value)) return value;
  const entries: unknown = value[mapMark];
  return Object.keys(value).length === 1 && Array.isArray(entries)
    ? new Map(entries as [unknown, unknown][])
    : value;
}
