/**
 * npm run torture:sync [-- --rounds 300 --seed 1]
 * Two Chromium profiles with one repository on this machine. In each round both are edited and sync at once, while the server
 * refuses, cuts, falls silent or loses its answer (faults.ts), a disk is full, a token has ended, and a worker or a whole browser is
 * killed. The laptop's clock is a year ahead. Every ten rounds all is let come to rest: then both libraries must be the same, no
 * acknowledged clip or word may be gone, and git must find the repository sound.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serveGit } from '../../harness/git-server.ts';
import { seededRandom } from '../random.ts';
import { Device } from './device.ts';
import { randomFaults } from './faults.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '300' }, seed: { type: 'string' } },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const restEvery = 10;
const failures: string[] = [];
const counts = { crashes: 0, workerKills: 0, fullDisks: 0, endedTokens: 0, faults: 0, rests: 0 };
console.log(`${String(rounds)} rounds, seed ${String(seed)}`);

const server = await serveGit();
server.create('library');
const devices = [
  await Device.open('desk', 0, { server, repository: 'library', clockAhead: 0 }),
  await Device.open('laptop', 1, { server, repository: 'library', clockAhead: 365 }),
];
const { token } = server;
try {
  for (let round = 1; round <= rounds; round += 1) {
    for (const device of devices) {
      await device.setDisk('free');
      await device.edit(random, round);
    }
    const fault = randomFaults(random);
    server.fault = (request) => {
      const chosen = fault(request);
      counts.faults += Number(chosen !== null);
      return chosen;
    };
    if (random.chance(0.1)) {
      counts.fullDisks += 1;
      await random.pick(devices).setDisk('full');
    }
    const hasEnded = random.chance(0.08);
    counts.endedTokens += Number(hasEnded);
    server.setToken(hasEnded ? 'another token' : token);
    for (const device of devices) await device.begin();
    await sleep(random.integer(0, 1_500));
    const victim = random.pick(devices);
    if (random.chance(0.25)) {
      counts.crashes += 1;
      await victim.crash();
    } else if (random.chance(0.6)) {
      counts.workerKills += 1;
      await victim.killWorker();
    }
    if (round % restEvery === 0) await rest(round);
  }
} finally {
  for (const device of devices) await device.close();
  await server.close();
}
for (const failure of failures) console.log(failure);
console.log(
  `${String(rounds)} rounds: ${String(counts.crashes)} browser kills, ${String(counts.workerKills)} worker stops, ` +
    `${String(counts.fullDisks)} full disks, ${String(counts.endedTokens)} ended tokens, ${String(counts.faults)} faults of the server, ` +
    `${String(server.requests.length)} requests; ${String(counts.rests)} times at rest, ${String(failures.length)} failures`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

/** What was acknowledged and is on neither device, not even in the trash. */
async function lost(): Promise<string[]> {
  const rows = await Promise.all(devices.map((device) => device.rows()));
  const gone: string[] = [];
  for (const { acknowledged } of devices) {
    for (const page of acknowledged.pages) if (!rows.some(({ pages }) => pages.has(page))) gone.push(page);
    for (const word of acknowledged.words)
      if (!rows.some(({ notes }) => notes.includes(word))) gone.push(word);
  }
  return gone;
}

/** Without faults, both until neither has anything to send; then they are held against each other. */
async function rest(round: number): Promise<void> {
  counts.rests += 1;
  server.fault = () => null;
  server.setToken(token);
  for (const device of devices) await device.setDisk('free');
  for (let pass = 0; pass < 3; pass += 1) for (const device of devices) await device.settle();
  const [desk, laptop] = await Promise.all(devices.map((device) => device.library()));
  if (desk === undefined || laptop === undefined) return;
  for (const id of new Set([...desk.keys(), ...laptop.keys()])) {
    if (desk.get(id) === laptop.get(id)) continue;
    failures.push(
      `round ${String(round)}, ${id}:\n  ${String(desk.get(id)).slice(0, 600)}\n  ${String(laptop.get(id)).slice(0, 600)}`,
    );
  }
  failures.push(...(await lost()).map((what) => `round ${String(round)}: lost ${what}`));
  const fsck = server.git('library', 'fsck', '--full', '--strict');
  if (fsck !== '') failures.push(`round ${String(round)}: ${fsck}`);
  const problems = devices.flatMap((device) => device.problems());
  console.log(
    `round ${String(round)}: ${String(desk.size)} clips, ${String(failures.length)} failures, ` +
      `${server.git('library', 'rev-list', '--count', 'main').trim()} commits${problems.length === 0 ? '' : `, ${problems.slice(0, 3).join('; ')}`}`,
  );
}
