import { failureCode } from '../../../core/failure.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { SaveResult } from '../../../rpc/commands/contract.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Work } from './page-view.ts';

export interface PageWork {
  readonly work: ReadonlySignal<Work>;
  /** Runs a command that stores the page, one at a time; null where it failed, or another one is at work. */
  readonly run: (
    done: 'saved' | 'link-saved',
    command: () => Promise<SaveResult>,
  ) => Promise<SaveResult | null>;
  readonly reset: () => void;
}

/** After this many ms a command without an answer counts as unanswered; a later answer still counts. */
const slowAfter = 5000;
const unansweredAfter = 30_000;

export function createPageWork({ reportBug }: Pick<PopupDependencies, 'reportBug'>): PageWork {
  const work = signal<Work>({ kind: 'none' });
  return {
    work,
    async run(done, command) {
      if (work.peek().kind === 'working') return null;
      work.value = { kind: 'working', slow: false };
      const timers = [
        setTimeout(() => {
          work.value = { kind: 'working', slow: true };
        }, slowAfter),
        setTimeout(() => {
          work.value = { kind: 'failed', code: 'message/unanswered' };
        }, unansweredAfter),
      ];
      try {
        const result = await command();
        const updated = done === 'saved' && result.outcome === 'updated';
        const kept = result.outcome === 'kept' ? 'kept' : done;
        const what = result.textOnly === true ? 'text-saved' : updated ? 'updated' : kept;
        work.value = { kind: 'done', clipId: result.clipId, done: what };
        return result;
      } catch (error) {
        work.value = { kind: 'failed', code: failureCode(error, reportBug) };
        return null;
      } finally {
        for (const timer of timers) clearTimeout(timer);
      }
    },
    reset: () => {
      work.value = { kind: 'none' };
    },
  };
}
