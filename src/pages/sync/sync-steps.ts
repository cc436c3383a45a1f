import { Failure } from '../../core/failure.ts';
import { openDatabase } from '../../database/database.ts';
import type { SyncSetting } from '../../core/sync/sync-setting.ts';
import type { SyncAnswer, SyncStep } from '../../rpc/parser-page/sync-step.ts';
import type { Carrier } from './carrier.ts';
import { LockedLibrary } from './common-files.ts';
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
      open = await openSession(step, now).catch((error: unknown) => failed(step, error));
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
      return await failed(step, error);
    }
  }

  return (step) => {
    const answer = before.then(() => take(step));
    before = answer.catch(() => null);
    return answer;
  };
}

/** Throws it, in the words of the place where it happened. */
async function failed({ setting }: SyncStep, error: unknown): Promise<never> {
  if (setting.carrier === 'git' && error instanceof LockedLibrary) {
    // What the settings need to ask for the passphrase.
    const { meetLock } = await import('../../git/encryption/kept-key.ts');
    await meetLock(error.lock);
  }
  if (setting.carrier === 'git') {
    // The next question gets all anew: what is here is a copy, and each clip knows what it has in common with the repository.
    if (error instanceof Failure && error.code === 'sync/damaged')
      await (await import('../../git/git-files.ts')).deleteGitFiles();
    throw error;
  }
  throw (await import('./folder/open-folder.ts')).folderFailure(error);
}

async function openSession({ jobId, setting }: SyncStep, now: () => number): Promise<OpenSession> {
  const repository = await openCarrier(setting, now);
  const database = await openDatabase();
  const sides = { database, repository, setting, settings: createSharedSettings(localStorage) };
  return {
    jobId,
    session: new SyncSession(sides, now),
    close() {
      repository.close();
      database.close();
    },
  };
}

/** Only what the one carrier needs is loaded. */
async function openCarrier(setting: SyncSetting, now: () => number): Promise<Carrier> {
  if (setting.carrier === 'folder') return await (await import('./folder/own-folder.ts')).openOwnFolder(now);
  return await (await import('./own-repository.ts')).openOwnRepository(setting);
}
