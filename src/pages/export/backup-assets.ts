import type { BackupAsset } from '../../formats/backup/backup-clip.ts';
import type { Database } from '../../database/database.ts';
import { imagesOfClip } from '../../database/images/image-queries.ts';

/** The pictures that are kept with a clip, in an order of their own. */
export async function assetsOf(database: Database, clipId: string): Promise<BackupAsset[]> {
  const assets: BackupAsset[] = [];
  for (const { image, file } of await imagesOfClip(database, clipId)) {
    if (file !== null)
      assets.push({ url: image.url, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return assets;
}
