import { Failure, isFailureCode } from '../../core/failure.ts';
import type { SyncWork } from '../../core/job/sync-work.ts';
import type { SyncSetting } from '../../core/sync/sync-setting.ts';

/** What the worker, which alone writes the library, asks of the page that knows Git: the next piece of a sync. */
export interface SyncStep {
  readonly jobId: string;
  readonly setting: SyncSetting;
  /** The user said yes to what this sync is going to do. */
  readonly consent: boolean;
}

/** What comes next. It is all in the databases: an answer that gets lost is given again. */
export type SyncAnswer =
  | {
      readonly state: 'going';
      /** Name of the staged file with what the worker is to write; null where there is nothing. */
      readonly batch: string | null;
      readonly work: Partial<SyncWork>;
    }
  | { readonly state: 'asks'; readonly work: Partial<SyncWork> }
  | { readonly state: 'done'; readonly work: Partial<SyncWork> };

/** Our own page's answer. Throws its failure. */
export function syncAnswerOf(answer: unknown): SyncAnswer {
  if (typeof answer === 'object' && answer !== null) {
    if ('sync' in answer) return answer.sync as SyncAnswer;
    if ('code' in answer && isFailureCode(answer.code)) throw new Failure(answer.code, detailOf(answer));
  }
  throw new Failure('message/unanswered', 'the parser page');
}

function detailOf(answer: object): string {
  return 'detail' in answer && typeof answer.detail === 'string' ? answer.detail : '';
}
