import { readFileSync, readdirSync } from 'node:fs';
import type { GitServer } from '../../tests/harness/git-server.ts';

/** What a step took. Bytes are those of the bodies of requests and answers. */
export interface Measured {
  readonly milliseconds: number;
  readonly up: number;
  readonly down: number;
  readonly requests: number;
  /**
   * By how much the memory of all processes of the browsers grew, at most, in bytes: their own, as the browsers' task managers count
   * it. Files that are mapped are not in it: the system drops them when it needs room.
   */
  readonly memory: number;
}

const sampledEvery = 500;

/** Runs a step, and prints its row as soon as it is done. `aim`: what the issue asks for. */
export async function measured(
  server: GitServer,
  what: string,
  aim: string,
  work: () => Promise<unknown>,
): Promise<Measured> {
  const before = { ...server.traffic, requests: server.requests.length };
  const atRest = memoryOfBrowsers();
  let peak = atRest;
  const sampling = setInterval(() => (peak = Math.max(peak, memoryOfBrowsers())), sampledEvery);
  const from = performance.now();
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  const { received, sent } = server.traffic;
  const result = {
    milliseconds: performance.now() - from,
    up: received - before.received,
    down: sent - before.sent,
    requests: server.requests.length - before.requests,
    memory: peak - atRest,
  };
  printRow(what, result, aim);
  return result;
}

function printRow(what: string, { milliseconds, up, down, requests, memory }: Measured, aim: string): void {
  const time =
    milliseconds < 10_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
  const cells = [what, time, bytes(up), bytes(down), String(requests), `+${bytes(memory)}`, aim];
  console.log(`| ${cells.join(' | ')} |`);
}

export function bytes(count: number): string {
  return count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

/** Of all processes that this one started, but git: what each has for itself, and its part of what it shares; no files. */
function memoryOfBrowsers(): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOurs = (pid: number): boolean => {
    for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at))
      if (at === process.pid) return true;
    return false;
  };
  let sum = 0;
  for (const pid of parents.keys()) {
    if (!isOurs(pid) || read(`/proc/${String(pid)}/comm`).startsWith('git')) continue;
    const rollup = read(`/proc/${String(pid)}/smaps_rollup`);
    for (const [, kilobytes] of rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm))
      sum += Number(kilobytes) * 1_024;
  }
  return sum;
}

/** Empty where the process is gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
