import { describe, expect, test } from 'vitest';
import { TextTrace, gap } from '../../../src/extract/account/text-trace.ts';

const held = new TextTrace([
  'A kettle boils, therefore it clicks. ',
  'const lid = open(4); close(lid, 17);',
  '水开之前不要打开壶盖，否则它不会停。',
]);

describe('a trace of a text', () => {
  test.each(['A kettle boils,\n therefore it CLICKS', '水开之前不要打开壶盖', 'Ａ ｋｅｔｔｌｅ boils'])(
    'holds %s',
    (text) => {
      expect(held.compare(text, false).missing).toBe(0);
    },
  );

  test('does not hold what is not there, and says how much of a text that is', () => {
    expect(held.compare('Ropes are measured before they are cut', false).missing).toBeGreaterThan(0.8);
    const half = held.compare('A kettle boils, therefore it clicks. Ropes are measured first', false).missing;
    expect(half).toBeGreaterThan(0.3);
    expect(half).toBeLessThan(0.7);
  });

  test('no run goes over a gap, nor over the numbers of lines of code', () => {
    expect(held.compare(`A kettle boils${gap}therefore it clicks`, false).missing).toBe(0);
    expect(held.compare('1const lid = open(4);2close(lid, 17);', true).missing).toBe(0);
    expect(held.compare('1const jar = shut(4);2empty(jar, 17);', true).missing).toBeGreaterThan(0.9);
  });
});
