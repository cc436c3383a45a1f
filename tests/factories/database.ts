import { Dexie } from 'dexie';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';

/** A database of the test's own in the real browser, gone with the test. */
export async function makeDatabase(name = `test-${crypto.randomUUID()}`): Promise<Database> {
  const database = await openDatabase(name);
  onTestFinished(async () => {
    database.close();
    await Dexie.delete(name);
  });
  return database;
}
