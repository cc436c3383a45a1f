import { toBase64 } from '../../core/base64.ts';
import { imageType } from '../../core/image/image-type.ts';
import type { BackupAsset } from '../../formats/backup/backup-clip.ts';
import type { BatchClip } from '../../rpc/parser-page/file-batch.ts';
import { sha256 } from '../../disk/sha256.ts';

/** Base64 characters of one clip's pictures that go in its message: Chrome takes 64 MiB. What is beyond stays out. */
const mostOfAClip = 40_000_000;

/** The pictures of a backed-up clip for the worker; what is no picture by its bytes is left out. */
export async function batchImages(assets: readonly BackupAsset[]): Promise<BatchClip['images']> {
  const images: BatchClip['images'][number][] = [];
  let size = 0;
  for (const { url, bytes } of assets) {
    const type = imageType(bytes);
    const base64 = type === null ? '' : toBase64(bytes);
    size += base64.length;
    if (type !== null && size <= mostOfAClip) images.push({ url, type, base64, hash: await sha256(bytes) });
  }
  return images;
}
