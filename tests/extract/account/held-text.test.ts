import { expect, test } from 'vitest';
import { HeldText } from '../../../src/extract/account/held-text.ts';
import { gap } from '../../../src/extract/account/text-trace.ts';

const held = new HeldText([
  'A kettle boils, therefore it clicks. ',
  'const lid = open(4); close(lid, 17);',
  '水开之前不要打开壶盖，否则它不会停。',
]);

test('a held text tells how much of a block it holds, in any order', () => {
  expect(held.compare('水开之前不要打开壶盖', false).missing).toBe(0);
  expect(held.compare('A kettle boils,\n therefore it clicks', false).missing).toBe(0);
  expect(held.compare('Ropes are measured before they are cut, never after', false).missing).toBe(1);
  expect(held.compare(`A kettle boils${gap}therefore it clicks`, false).missing).toBe(0);
  expect(held.compare('1const lid = open(4);2close(lid, 17);', true).missing).toBe(0);
});
