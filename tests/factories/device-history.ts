import { highlightColors } from '../../src/core/highlight/highlight.ts';
import { type Random, seededRandom } from '../torture/random.ts';
import { type SharedRemote, SyncingDevice, makeRemote } from './syncing-device.ts';

const start = Date.UTC(2026, 10, 28);
const year = 365 * 24 * 60 * 60_000;

/** What three devices did, one of them a year ahead, with syncs that overlap and die. */
interface History {
  readonly remote: SharedRemote;
  readonly devices: readonly SyncingDevice[];
  /** Words of notes that somebody wrote. */
  readonly said: ReadonlySet<string>;
  /** Notes of highlights that nobody took off. */
  readonly marked: ReadonlySet<string>;
}

/** A history that the seed repeats. */
export async function playHistory(seed: number, rounds: number): Promise<History> {
  const random = seededRandom(seed);
  const remote = await makeRemote();
  const newId = () => Array.from({ length: 32 }, () => random.integer(0, 15).toString(16)).join('');
  const devices = [
    await SyncingDevice.make(remote, 'desk', start, newId),
    await SyncingDevice.make(remote, 'laptop', start + year, newId),
    await SyncingDevice.make(remote, 'work', start + 50, newId),
  ];
  const [said, marked] = [new Set<string>(), new Set<string>()];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, device] of devices.entries()) {
      await act(device, `w${String(round)}-${String(index)}`, { random, said, marked });
      // Syncs overlap: each gets on by some pieces, and now and then dies.
      for (let steps = random.integer(0, 4); steps > 0; steps -= 1) await device.step();
      if (random.chance(0.2)) device.kill();
    }
  }
  return { remote, devices, said, marked };
}

interface Said {
  readonly random: Random;
  readonly said: Set<string>;
  readonly marked: Set<string>;
}

async function act(device: SyncingDevice, word: string, { random, said, marked }: Said): Promise<void> {
  const living = await device.living();
  const trashed = await device.trashed();
  const dice = random.integer(1, 15);
  if (living.length === 0 || dice <= 3)
    await device.clip(random.integer(1, 8), [random.pick(['go', '网络'])]);
  else if (dice <= 6) {
    const id = random.pick(living);
    const { note = '' } = (await device.database.clips.get(id)) ?? {};
    await device.note(id, note === '' ? word : `${note}\n${word}`);
    said.add(word);
  } else if (dice <= 8) await device.tag(random.pick(living), [random.pick(['a', 'b', 'c'])]);
  else if (dice === 9) await device.trash(random.pick(living));
  else if (dice <= 11) {
    await device.mark(random.pick(living), word);
    marked.add(word);
  } else if (dice === 12) await device.changeMark(random.pick(living), random.pick(highlightColors));
  else if (dice === 13) {
    // Highlights of one passage are one, with the notes of all.
    const note = await device.changeMark(random.pick(living), null);
    for (const line of note.split('\n')) marked.delete(line);
  } else if (dice === 14 && trashed.length > 0) await device.restore(random.pick(trashed));
  // As it is already: the user was here, and changed nothing.
  else await device.tag(...(await tagsOf(device, random.pick(living))));
}

async function tagsOf({ database }: SyncingDevice, id: string): Promise<[string, readonly string[]]> {
  return [id, (await database.clips.get(id))?.tags ?? []];
}
