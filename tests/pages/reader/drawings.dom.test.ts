import { expect, test } from 'vitest';
import { isDarkOnNothing } from '../../../src/pages/reader/article/drawings.ts';

/** A picture of lines in this colour, on this ground or on none. */
async function picture(ink: string, ground: string | null): Promise<HTMLImageElement> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [300, 200];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, 300, 200);
  }
  context.fillStyle = ink;
  for (const y of [20, 60, 100, 140]) context.fillRect(10, y, 280, 16);
  const image = new Image();
  image.src = canvas.toDataURL('image/png');
  await image.decode();
  return image;
}

test.each([
  ['black', null, true],
  ['#2a2a40', null, true],
  ['black', 'white', false],
  ['white', null, false],
  ['#e8b100', null, false],
  ['black', '#202020', false],
] as const)('lines in %s on %s: %s', async (ink, ground, expected) => {
  expect(isDarkOnNothing(await picture(ink, ground))).toBe(expected);
});
