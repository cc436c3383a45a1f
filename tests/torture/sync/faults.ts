import type { GitFault, GitRequest } from '../../harness/git-server.ts';
import type { Random } from '../random.ts';

const kinds: readonly GitFault[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 401 },
  { kind: 'login-page' },
  { kind: 'refused' },
  { kind: 'cut' },
  { kind: 'cut-after', bytes: 300 },
  { kind: 'cut-after', bytes: 3_000 },
  { kind: 'lost-answer' },
  { kind: 'slow', milliseconds: 300 },
];

/** Some requests go wrong, each in its own way; pushes more often than questions. */
export function randomFaults(random: Random): (request: GitRequest) => GitFault | null {
  return ({ method }) => (random.chance(method === 'POST' ? 0.35 : 0.15) ? random.pick(kinds) : null);
}
