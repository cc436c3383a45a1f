import { expect, test } from 'vitest';
import { torture } from '../torture/torture.ts';

test(
  'nothing acknowledged is lost, nothing is half written, all tables agree: some rounds of the torture',
  { timeout: 300_000 },
  async () => {
    const result = await torture(6, 11, () => undefined);
    expect({ ...result, lost: [...result.lost], mixed: [...result.mixed] }).toMatchObject({
      lost: [],
      mixed: [],
      disagreements: [],
    });
    expect(result.crashes).toBeGreaterThan(0);
    expect(result.workerKills).toBeGreaterThan(0);
    expect(result.acknowledged).toBeGreaterThan(0);
    expect(result.files).toBeGreaterThan(0);
    expect(result.backups).toBeGreaterThan(0);
    expect(result.posts).toBeGreaterThan(0);
    expect(result.rebuilds).toBeGreaterThan(0);
  },
);
