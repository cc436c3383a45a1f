import type { GitSetting } from '../../core/sync/sync-setting.ts';
import { openGitFiles } from '../../git/git-files.ts';
import { type Repository, openRepository } from '../../git/repository.ts';
import { openToken } from '../../git/sealed-token.ts';

/** The user's repository, with what is here of it. Nothing is asked of the host yet. Throws `sync/no-token`. */
export async function openOwnRepository({ address, user, token }: GitSetting): Promise<Repository> {
  const access = { address, user, token: await openToken(token) };
  const traffic = { requests: 0, sent: 0, received: 0 };
  return await openRepository(await openGitFiles(), access, { traffic });
}
