import { expect, test } from 'vitest';
import { hasOriginalPage, sampleAddress } from '../../../src/core/clip/original-page.ts';

test.each([
  ['https://a.example/post', true],
  ['HTTP://a.example/', true],
  ['javascript:alert(1)', false],
  ['file:///home/page.html', false],
  ['', false],
  [sampleAddress, false],
])('%s: an original page to go to? %s', (address, expected) => {
  expect(hasOriginalPage(address)).toBe(expected);
});
