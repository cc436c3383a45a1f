import { describe, expect, it } from 'vitest';
import { parseTypography, usualTypography } from '../../../src/pages/reader/state/typography.ts';

describe('reading settings', () => {
  it('a bad field is the usual one, its neighbours stay', () => {
    const text = JSON.stringify({ font: 'serif', size: 9000, width: '7', leading: 180 });
    expect(parseTypography(text)).toEqual({ ...usualTypography, font: 'serif', leading: 180 });
  });

  it.each([null, '', '[', 'null', '3'])('%j gives the usual setting', (text) => {
    expect(parseTypography(text)).toEqual(usualTypography);
  });
});
