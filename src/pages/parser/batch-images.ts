import { imageType } from '../../core/image/image-type.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import type { BackupAsset } from '../../formats/backup/backup-clip.ts';
import { problem } from '../../formats/import/imported-clip.ts';
import type { BatchImage } from '../../database/jobs/file-batch.ts';
import { sha256 } from '../../disk/sha256.ts';

/** The pictures of a clip from a file, for the worker; what is no picture by its bytes stays out, and is named. */
export async function batchImages(
  assets: readonly Pick<BackupAsset, 'url' | 'bytes'>[],
  entry: string,
): Promise<{ readonly images: readonly BatchImage[]; readonly remarks: readonly ImportProblem[] }> {
  const images: BatchImage[] = [];
  const remarks: ImportProblem[] = [];
  for (const { url, bytes } of assets) {
    const type = imageType(bytes);
    if (type === null) remarks.push({ ...problem('not-a-picture', url, { entry }), taken: true });
    else images.push({ url, type, bytes, hash: await sha256(bytes) });
  }
  return { images, remarks };
}
