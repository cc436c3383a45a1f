import { openDatabase } from '../../database/database.ts';
import { openGitFiles } from '../../git/git-files.ts';
import { openRepository } from '../../git/repository.ts';
import { openToken } from '../../git/sealed-token.ts';
import type { SyncAnswer, SyncStep } from '../../rpc/parser-page/sync-step.ts';
import { createSharedSettings } from './shared-settings.ts';
import { SyncSession } from './sync-session.ts';

interface OpenSession {
  readonly jobId: string;
  readonly session: SyncSession;
  readonly close: () => void;
}

/**
 * Answers the worker's questions for the next piece of a sync, one at a time: a worker that was ended in the middle asks again,
 * and hears when the piece before is done. What fails is begun anew by the next question.
 */
export function createSyncSteps(now: () => number): (step: SyncStep) => Promise<SyncAnswer> {
  let open: OpenSession | null = null;
  let before: Promise<unknown> = Promise.resolve();

  async function take(step: SyncStep): Promise<SyncAnswer> {
    if (open?.jobId !== step.jobId) {
      open?.close();
      open = null;
      open = await openSession(step, now);
    }
    const { session, close } = open;
    try {
      const answer = await session.next(step.consent);
      // What it found out before it asked serves for the answer.
      if (answer.state !== 'done') return answer;
      close();
      open = null;
      return answer;
    } catch (error) {
      close();
      open = null;
      throw error;
    }
  }

  return (step) => {
    const answer = before.then(() => take(step));
    before = answer.catch(() => null);
    return answer;
  };
}

async function openSession({ jobId, setting }: SyncStep, now: () => number): Promise<OpenSession> {
  const token = await openToken(setting.token);
  const database = await openDatabase();
  const traffic = { requests: 0, sent: 0, received: 0 };
  const access = { address: setting.address, user: setting.user, token };
  const repository = await openRepository(await openGitFiles(), access, { traffic });
  return {
    jobId,
    session: new SyncSession(
      { database, repository, setting, settings: createSharedSettings(localStorage) },
      now,
    ),
    close() {
      repository.close();
      database.close();
    },
  };
}
