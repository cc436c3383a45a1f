import type { GitSetting } from '../../core/sync/sync-setting.ts';
import { openGitFiles } from '../../git/git-files.ts';
import { openRepository } from '../../git/repository.ts';
import { openToken } from '../../git/sealed-token.ts';
import type { Carrier } from './carrier.ts';

/** The user's repository, with what is here of it. Nothing is asked of the host yet. Throws `sync/no-token`, `sync/no-key`. */
export async function openOwnRepository({ address, user, token, isEncrypted }: GitSetting): Promise<Carrier> {
  const access = { address, user, token: await openToken(token) };
  const traffic = { requests: 0, sent: 0, received: 0 };
  const repository: Carrier = {
    ...(await openRepository(await openGitFiles(), access, { traffic })),
    isAtomic: true,
  };
  if (!isEncrypted) return repository;
  try {
    const { withKeptKey } = await import('./encrypted-carrier.ts');
    return await withKeptKey(repository);
  } catch (error) {
    repository.close();
    throw error;
  }
}
