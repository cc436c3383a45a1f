import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/database.ts';
import { takeSyncBatch } from '../../../src/database/sync/sync-writes.ts';
import { valuesToSync } from '../../../src/pages/sync/shared-values.ts';
import { makeDatabase } from '../../factories/database.ts';

/** The files that devices find, by path. */
class Shelf {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly find = async (_head: string | null, path: string) =>
    await Promise.resolve(this.files.has(path) ? path : null);
  readonly read = async (path: string) => await Promise.resolve(this.files.get(path) ?? new Uint8Array());
}

class Device {
  settings: Record<string, unknown> = {};

  constructor(
    readonly name: string,
    readonly database: Database,
    private readonly shelf: Shelf,
    public now: number,
  ) {}

  async sync(): Promise<void> {
    const dependencies = {
      database: this.database,
      repository: this.shelf,
      device: this.name,
      now: () => this.now,
      settings: {
        read: async () => await Promise.resolve(this.settings),
        write: async (settings: Readonly<Record<string, unknown>>) => {
          this.settings = { ...this.settings, ...settings };
          await Promise.resolve();
        },
      },
    };
    const batch = { pieces: [], sent: [], commit: null };
    const { received } = await valuesToSync(dependencies, 'head', { withPlaces: true });
    if (received !== null)
      await takeSyncBatch(this.database, 'job', { ...batch, values: received }, this.now);
    const { received: left, files, base } = await valuesToSync(dependencies, 'head', { withPlaces: true });
    if (left !== null) throw new Error('what was received is received again');
    for (const [path, bytes] of files) this.shelf.files.set(path, bytes);
    await takeSyncBatch(
      this.database,
      'job',
      { ...batch, values: { tags: [], lists: [], places: [], base } },
      this.now,
    );
  }

  async tag(key: string, label: string, color: string | null): Promise<void> {
    await this.database.tags.put({ key, label, color, usedAt: this.now });
  }

  async tags(): Promise<unknown> {
    const rows = await this.database.tags.toArray();
    return rows.map(({ key, label, color }) => [key, label, color]);
  }
}

async function devices(): Promise<readonly [Device, Device, Shelf]> {
  const shelf = new Shelf();
  const make = async (name: string, now: number) => new Device(name, await makeDatabase(), shelf, now);
  return [await make('aaaa0001', 1_000), await make('bbbb0002', 5_000), shelf];
}

const list = { name: 'To read', query: 'is:unread', rule: null, changedAt: 7 };

describe('what a library shares beside its clips', () => {
  it('comes to the other device: tags with colours, smart lists, settings', async () => {
    const [one, two] = await devices();
    await one.tag('go', 'Go', 'blue');
    await one.database.smartLists.put({ id: 'list-1', ...list });
    one.settings = { theme: 'dark' };
    await one.sync();
    await two.tag('zig', 'Zig', null);
    await two.sync();
    await one.sync();
    for (const device of [one, two]) {
      expect(await device.tags()).toEqual([
        ['go', 'Go', 'blue'],
        ['zig', 'Zig', null],
      ]);
      expect(await device.database.smartLists.toArray()).toEqual([{ id: 'list-1', ...list }]);
      expect(device.settings).toEqual({ theme: 'dark' });
    }
  });

  it('of a library that joins yields to what the repository has; later the last change counts', async () => {
    const [one, two] = await devices();
    await one.tag('go', 'Go', 'blue');
    await one.sync();
    await two.tag('go', 'go', null);
    await two.sync();
    expect(await two.tags()).toEqual([['go', 'Go', 'blue']]);
    await two.tag('go', 'Go', 'red');
    two.now += 10;
    await two.sync();
    await one.sync();
    expect(await one.tags()).toEqual([['go', 'Go', 'red']]);
  });

  it('goes where one side deleted it, and sends nothing where nothing changed', async () => {
    const [one, two, shelf] = await devices();
    await one.tag('go', 'Go', 'blue');
    await one.sync();
    await two.sync();
    await two.database.tags.delete('go');
    await two.sync();
    await one.sync();
    expect(await one.tags()).toEqual([]);
    const before = new Map(shelf.files);
    await one.sync();
    await two.sync();
    expect(shelf.files).toEqual(before);
  });

  it('takes nothing that is no tag, list or setting', async () => {
    const [one, , shelf] = await devices();
    const stamp = { at: 5, by: 'evil0000' };
    const file = (...values: readonly unknown[]) =>
      new TextEncoder().encode(JSON.stringify(values.map((value, at) => [`v${at}`, { value, ...stamp }])));
    shelf.files.set(
      'tags.json',
      file({ label: 'other', color: 'red' }, 'x', { label: 'v2', color: 'url(x)' }),
    );
    shelf.files.set('lists.json', file({ ...list, query: 'x'.repeat(5_000) }, [], { name: 1 }));
    await one.sync();
    expect(await one.tags()).toEqual([]);
    expect(await one.database.smartLists.count()).toBe(0);
  });
});
