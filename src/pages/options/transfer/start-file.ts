import type { RestoreMode } from '../../../domain/job/file-work.ts';
import type { send } from '../../../messages/client.ts';
import { keepCopy } from '../../../storage/jobs/file-copies.ts';
import type { FilePreview } from '../state/transfer.ts';

/**
 * Copies the file to where the background can go on with it, and starts its job. `asked` is the permission to open the
 * page that reads it; the job waits where it was refused.
 */
export async function startFile(
  file: File,
  { kind, total }: FilePreview,
  mode: RestoreMode,
  {
    command,
    asked,
    signal,
  }: { readonly command: typeof send; readonly asked: Promise<boolean>; readonly signal: AbortSignal },
): Promise<void> {
  const copy = crypto.randomUUID();
  await keepCopy(copy, file, signal);
  await asked;
  await command('startFileJob', { kind, subject: file.name, copy, total, mode });
}
