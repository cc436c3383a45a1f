import type { ClipId } from '../../core/clip/clip.ts';
import type { ShownJobs, ShownJobsDependencies } from './shown-jobs.ts';

export type StartReextraction = (subject: string, clipIds: readonly ClipId[] | 'all') => void;

/** Makes clips anew from their kept pages; the job is shown among `jobs`. Only within the user's gesture. */
export function createStartReextraction(
  jobs: ShownJobs,
  { send, requestParserPage, attempt }: ShownJobsDependencies,
): StartReextraction {
  return (subject, clipIds) => {
    const asked = requestParserPage();
    attempt(async () => {
      await asked;
      jobs.show((await send('reextractClips', { subject, clipIds })).jobId);
    });
  };
}
