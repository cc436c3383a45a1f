import { Failure } from '../../core/failure.ts';
import { openStagedFile, removeStagedFile, writeCopy } from '../../disk/staged-files.ts';
import type { SyncBatch, SyncImage, SyncPiece } from './sync-piece.ts';

// As the batches of files (database/jobs/batch-file.ts): JSON, then the bytes of pictures, then where the JSON ends.

/** What maps are written as: JSON has none. */
const mapMark = '$map';

/** Writes a batch for the worker; resolves with the name that `takeSyncBatchFile` takes. Throws `store/full`. */
export async function writeSyncBatch(batch: SyncBatch): Promise<string> {
  const name = `sync.${crypto.randomUUID()}`;
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  const pieces = batch.pieces.map((piece) => withImages(piece, (image) => unpacked(image, bytes)));
  const json = new TextEncoder().encode(JSON.stringify({ ...batch, pieces }, plainMaps));
  const length = new Uint8Array(new BigUint64Array([BigInt(json.byteLength)]).buffer);
  await writeCopy(name, new Blob([length, json, ...bytes]));
  return name;
}

/** The batch of that name, whose file is removed. Throws `import/unreadable` where it is not there any more. */
export async function takeSyncBatchFile(name: string): Promise<SyncBatch> {
  const file = await openStagedFile(name);
  try {
    const length = Number(new BigUint64Array(await file.slice(0, 8).arrayBuffer())[0]);
    const json = await file.slice(8, 8 + length).text();
    const batch = JSON.parse(json, revivedMaps) as SyncBatch;
    let start = 8 + length;
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
        pieces.push({ ...piece, images });
      }
    }
    return { ...batch, pieces };
  } catch (error) {
    throw new Failure('import/unreadable', `sync batch: ${String(error)}`, { cause: error });
  } finally {
    await removeStagedFile(name);
  }
}

function withImages(piece: SyncPiece, change: (image: SyncImage) => object): object {
  return piece.kind === 'put' ? { ...piece, images: piece.images.map(change) } : piece;
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
