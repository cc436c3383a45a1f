import { Failure } from '../../core/failure.ts';
import type { ImageSettings } from '../../core/image/image-settings.ts';
import { imageType } from '../../core/image/image-type.ts';
import type { ImageFileRow } from '../../database/database.ts';
import { sha256 } from '../../disk/sha256.ts';

/** The file to keep of these bytes. Throws `image/not-an-image`. */
export async function imageFile(
  bytes: Uint8Array<ArrayBuffer>,
  format: ImageSettings['format'],
): Promise<ImageFileRow> {
  const type = imageType(bytes);
  if (type === null) throw new Failure('image/not-an-image');
  const original = new Blob([bytes], { type });
  const blob = format === 'webp' && smallerAsWebp.has(type) ? await asWebp(original) : original;
  return { hash: await sha256(await blob.arrayBuffer()), blob };
}

/** Not those that may move (GIF, WebP, AVIF) or have no size of their own (SVG). */
const smallerAsWebp: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/bmp']);

const quality = 0.85;

/** The same picture as WebP, unless that is no smaller, or cannot be made of it. */
async function asWebp(original: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(original);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const made = await canvas.convertToBlob({ type: 'image/webp', quality });
    return made.type === 'image/webp' && made.size < original.size ? made : original;
  } catch {
    // A damaged picture, or one larger than a canvas: kept as it is.
    return original;
  }
}
