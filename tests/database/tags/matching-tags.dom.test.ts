import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/database/database.ts';
import { tagsMatching } from '../../../src/database/tags/matching-tags.ts';
import { makeDatabase } from '../../factories/database.ts';

let database: Database;

beforeEach(async () => {
  database = await makeDatabase();
  await database.tags.bulkPut(
    ['前端', '前端/框架', '負載均衡', 'Redis', 'go语言', 'qd-tools'].map((label, i) => ({
      key: label.toLowerCase(),
      label,
      usedAt: 100 - i,
      color: null,
    })),
  );
});

test.each([
  ['qianduan', ['前端', '前端/框架']],
  ['qd', ['qd-tools', '前端', '前端/框架']],
  ['kuangjia', ['前端/框架']],
  ['fuzai', ['負載均衡']],
  ['goyuyan', ['go语言']],
  ['re', ['Redis']],
  ['前', ['前端', '前端/框架']],
  ['xyz', []],
])('%s offers %j', async (typed, labels) => {
  expect((await tagsMatching(database, typed, 8)).map(({ label }) => label)).toEqual(labels);
});
