import { Dexie } from 'dexie';
import { storeFailure } from './store-failure.ts';

/** Opens a small database beside the library, in its first version, made where it is not there. Throws `store/…`. */
export async function openRecord<Record extends Dexie>(
  name: string,
  stores: Readonly<{ [store: string]: string }>,
): Promise<Record> {
  const record = new Dexie(name, { cache: 'disabled' }) as Record;
  record.version(1).stores(stores);
  try {
    await record.open();
    return record;
  } catch (error) {
    record.close();
    throw storeFailure(error);
  }
}
