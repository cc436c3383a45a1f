import { parseUrl } from '../parse-url.ts';

/** A host that we know: where a token for one repository is made, and which name goes with it. */
export interface GitHost {
  readonly name: string;
  /** Where the user makes a token. */
  readonly tokenPage: string;
  /** What the token needs to be allowed, in the host's own words. */
  readonly scope: string;
  /** The name beside the token, where the host wants a certain one. */
  readonly user: string;
}

type KnownHost = Omit<GitHost, 'tokenPage'> & { readonly host: string; readonly path: string };

const known: readonly KnownHost[] = [
  {
    host: 'github.com',
    name: 'GitHub',
    path: '/settings/personal-access-tokens/new',
    scope: 'Contents: Read and write',
    user: 'x-access-token',
  },
  {
    host: 'gitlab.com',
    name: 'GitLab',
    path: '/-/user_settings/personal_access_tokens',
    scope: 'write_repository',
    user: 'oauth2',
  },
  {
    host: 'gitee.com',
    name: 'Gitee',
    path: '/profile/personal_access_tokens/new',
    scope: 'projects',
    user: 'oauth2',
  },
  { host: 'cnb.cool', name: 'CNB', path: '/profile/token', scope: 'repo-code:rw', user: 'cnb' },
  {
    host: 'codeberg.org',
    name: 'Codeberg',
    path: '/user/settings/applications',
    scope: 'repository: Read and Write',
    user: 'clipshelf',
  },
  {
    host: 'gitea.com',
    name: 'Gitea',
    path: '/user/settings/applications',
    scope: 'repository: Read and Write',
    user: 'clipshelf',
  },
];

export const knownHosts: readonly GitHost[] = known.map(asHost);

/** The host of this address where it is one that we know. */
export function gitHostOf(address: string): GitHost | null {
  const host = parseUrl(address)?.hostname.replace(/^www\./, '');
  const found = known.find((each) => each.host === host);
  return found === undefined ? null : asHost(found);
}

function asHost({ host, path, name, scope, user }: KnownHost): GitHost {
  return { name, scope, user, tokenPage: `https://${host}${path}` };
}

/** Where a repository is, and the name that goes with the token. */
export interface GitAddress {
  /** Without a name, a slash at the end, or a query: what requests begin with. */
  readonly url: string;
  readonly host: string;
  readonly user: string;
}

/**
 * The address as the user typed it, as git clones from it. null where it is none: only https is, and http on this machine.
 * A password in it is not taken: it would be seen in a field of the settings.
 */
export function parseGitAddress(typed: string): GitAddress | null {
  const text = typed.trim();
  const url = parseUrl(/^[\w.-]+\/[\w.-]+\//.test(text) ? `https://${text}` : text);
  if (url === null || url.password !== '') return null;
  const isLocal = url.protocol === 'http:' && localNames.has(url.hostname);
  if (url.protocol !== 'https:' && !isLocal) return null;
  const path = url.pathname.replace(/(?<!\/)\/+$/, '');
  if (path === '') return null;
  const host = gitHostOf(url.href);
  const named = url.username === '' ? (host?.user ?? 'clipshelf') : decodeURIComponent(url.username);
  // Known hosts answer under this name without a detour.
  const ending = host !== null && !path.endsWith('.git') ? '.git' : '';
  return { url: `${url.origin}${path}${ending}`, host: url.host, user: named };
}

const localNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
