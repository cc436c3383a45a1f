import { parseArgs } from 'node:util';
import { torture } from './torture.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '500' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`${values.rounds} rounds, seed ${seed}`);
const result = await torture(Number(values.rounds), seed, (line) => console.log(line));
for (const line of [...result.lost, ...result.mixed, ...result.disagreements]) console.log(line);
console.log(
  `${result.rounds} rounds: ${result.crashes} browser kills, ${result.workerKills} worker stops, ` +
    `${result.acknowledged} acknowledged writes, ${result.files} files taken over, ${result.posts} jobs of posts, ${result.rebuilds} rebuilds of the index, ${result.backups} backups read; ` +
    `lost ${result.lost.length}, ` +
    `half-written ${result.mixed.length}, disagreements ${result.disagreements.length}`,
);
process.exitCode = result.lost.length + result.mixed.length + result.disagreements.length === 0 ? 0 : 1;
