import { type Database, openDatabase } from '../../src/database/database.ts';
import { clipCounts } from '../../src/database/clips/clip-queries.ts';
import { searchLibrary } from '../../src/database/search/search-queries.ts';

export interface Meanwhile {
  /** From the command to the end of its job, ms. */
  readonly took: number;
  /** Of each search meanwhile, ms. */
  readonly searches: readonly number[];
}

const words = ['连接', 'timeout', 'golang', '性能', 'index', 'kube'];
const pause = 50;

const rest = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Gives the worker a command and searches, one search after the other, until the job that it made is over. */
export async function searchMeanwhile(command: string, input: object): Promise<Meanwhile> {
  const database = await openDatabase();
  try {
    const start = performance.now();
    const before = new Set((await database.jobs.toArray()).map(({ id }) => id));
    const look = { replied: false };
    const sent = sendCommand(command, input).finally(() => (look.replied = true));
    const searches: number[] = [];
    for (let turn = 0; !look.replied || !(await isOver(database, before)); turn += 1) {
      const asked = performance.now();
      await searchLibrary(database, words[turn % words.length] ?? '', { limit: 50, now: Date.now() });
      searches.push(performance.now() - asked);
      await rest(pause);
    }
    await sent;
    return { took: performance.now() - start, searches };
  } finally {
    database.close();
  }
}

/** So many searches where nothing else goes on. */
export async function searchAlone(count: number): Promise<readonly number[]> {
  const database = await openDatabase();
  const searches: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const asked = performance.now();
    await searchLibrary(database, words[turn % words.length] ?? '', { limit: 50, now: Date.now() });
    searches.push(performance.now() - asked);
    await rest(pause);
  }
  database.close();
  return searches;
}

export async function clipIds(): Promise<readonly string[]> {
  const database = await openDatabase();
  const ids = await database.clips.toCollection().primaryKeys();
  database.close();
  return ids;
}

export async function counts(): Promise<{ readonly clips: number; readonly trashed: number }> {
  const database = await openDatabase();
  const found = await clipCounts(database);
  database.close();
  return found;
}

async function isOver(database: Database, before: ReadonlySet<string>): Promise<boolean> {
  const jobs = await database.jobs.toArray();
  return jobs.every(({ id, state }) => before.has(id) || state === 'ended');
}

async function sendCommand(command: string, input: object): Promise<void> {
  const { runtime } = Reflect.get(globalThis, 'chrome') as {
    runtime: { sendMessage: (message: unknown) => Promise<{ readonly ok: boolean; readonly code?: string }> };
  };
  const reply = await runtime.sendMessage({ command, input });
  if (!reply.ok) throw new Error(reply.code);
}
