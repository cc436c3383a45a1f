import { describe, expect, test } from 'vitest';
import { makeClip } from '../../factories/clip.ts';
import { importOf } from '../../factories/fixture.ts';

// What of a clip cannot be taken is named, and the clip is taken without it.

describe('tags of any file', () => {
  const row = async (tags: string[]) =>
    await importOf(JSON.stringify([{ url: 'https://a.example/', title: 'a', tags }]), 'links.json');

  test('that are too long are named, and the others taken', async () => {
    const { clips, remarks } = await row(['Go', 'x'.repeat(81), 'C#']);
    expect(clips.map(({ tags }) => tags)).toEqual([['Go', 'C#']]);
    expect(remarks.map(({ reason, excerpt, taken }) => [reason, excerpt, taken])).toEqual([
      ['too-large', 'x'.repeat(81), true],
    ]);
  });

  test('beyond the two hundredth are named', async () => {
    const { clips, remarks } = await row(Array.from({ length: 202 }, (_, number) => `t${String(number)}`));
    expect(clips[0]?.tags).toHaveLength(200);
    expect(remarks.map(({ excerpt }) => excerpt)).toEqual(['t200', 't201']);
  });
});

test('a time that no calendar has is none, in a clip and in its highlights, and is named', async () => {
  const { clips, remarks } = await importOf(
    JSON.stringify({
      format: 'clipshelf-clips',
      version: 1,
      clips: [
        {
          clip: makeClip({ savedAt: 8.65e15, readAt: 1e300 }),
          body: null,
          tags: [],
        },
      ],
    }),
    'clips.json',
  );
  expect(clips).toMatchObject([{ savedAt: null, readAt: null, read: true }]);
  expect(remarks.map(({ reason, excerpt }) => [reason, excerpt])).toEqual([
    ['bad-date', '8650000000000000'],
    ['bad-date', '1e+300'],
  ]);
});
