import { describe, expect, it } from 'vitest';
import { isSiteName } from '../../../src/extract/metadata/site-name.ts';
import { withoutSiteName } from '../../../src/extract/metadata/title-segments.ts';

const isName = (part: string): boolean => isSiteName(part, ['My Site', '小站']);

describe('withoutSiteName', () => {
  it.each([
    ['Go channels | My Site', 'Go channels'],
    ['Go channels - My Site', 'Go channels'],
    ['Go channels « My Site', 'Go channels'],
    ['My Site » Go channels', 'Go channels'],
    ['协程 | 小站的博客', '协程'],
    ['协程 - 掘金', '协程'],
    ['协程-某某的博客', '协程'],
    ['协程_某某的博客-CSDN博客', '协程'],
    ['协程 - My Site - 慢慢来', '协程'],
    ['A - B - My Site', 'A - B'],
    ['Copy-on-write', 'Copy-on-write'],
    ['TCP/IP | part 2', 'TCP/IP | part 2'],
    ['snake_case in Python', 'snake_case in Python'],
    ['My Site', 'My Site'],
  ])('%s → %s', (title, own) => {
    expect(withoutSiteName(title, isName)).toBe(own);
  });
});
