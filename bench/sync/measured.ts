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
  /** Seconds that processors worked for the browsers: other work on the machine makes a step longer, and this hardly. */
  readonly processor: number;
}

const sampledEvery = 500;

/** Runs a step, and prints its row as soon as it is done. `aim`: what the issue asks for. */
export async function measured(
  server: GitServer,
  what: string,
  aim: string,
  run: () => Promise<unknown>,
): Promise<Measured> {
  const before = { ...server.traffic, requests: server.requests.length };
  const atRest = memoryOfBrowsers();
  let peak = atRest;
  const workBefore = workOfBrowsers();
  const work = new Map(workBefore);
  const sample = () => {
    peak = Math.max(peak, memoryOfBrowsers());
    for (const [pid, seconds] of workOfBrowsers()) work.set(pid, seconds);
  };
  const sampling = setInterval(sample, sampledEvery);
  const from = performance.now();
  try {
    await run();
  } finally {
    clearInterval(sampling);
  }
  sample();
  const { received, sent } = server.traffic;
  const result = {
    milliseconds: performance.now() - from,
    up: received - before.received,
    down: sent - before.sent,
    requests: server.requests.length - before.requests,
    memory: peak - atRest,
    processor: sum([...work].map(([pid, seconds]) => seconds - (workBefore.get(pid) ?? 0))),
  };
  printRow(what, result, aim);
  return result;
}

function printRow(
  what: string,
  { milliseconds, up, down, requests, memory, processor }: Measured,
  aim: string,
): void {
  const time =
    milliseconds < 10_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
  const cells = [
    what,
    time,
    `${processor.toFixed(1)} s`,
    bytes(up),
    bytes(down),
    String(requests),
    `+${bytes(memory)}`,
    aim,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

export function bytes(count: number): string {
  return count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** All processes that this one started, but git. */
function processesOfBrowsers(): number[] {
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
  return [...parents.keys()].filter(
    (pid) => isOurs(pid) && !read(`/proc/${String(pid)}/comm`).startsWith('git'),
  );
}

/** What each has for itself, and its part of what it shares; no files. */
function memoryOfBrowsers(): number {
  return sum(
    processesOfBrowsers().flatMap((pid) =>
      [...read(`/proc/${String(pid)}/smaps_rollup`).matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm)].map(
        ([, kilobytes]) => Number(kilobytes) * 1_024,
      ),
    ),
  );
}

/** Linux counts it in hundredths of a second. */
const ticksOfSecond = 100;

/** Seconds by process. */
function workOfBrowsers(): Map<number, number> {
  return new Map(
    processesOfBrowsers().map((pid) => {
      const [, rest = ''] = read(`/proc/${String(pid)}/stat`).split(') ');
      const fields = rest.split(' ');
      return [pid, (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksOfSecond];
    }),
  );
}

/** Empty where the process is gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
