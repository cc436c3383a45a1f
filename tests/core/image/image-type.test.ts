import { expect, test } from 'vitest';
import { imageType } from '../../../src/core/image/image-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ['image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF1234WEBPVP8 ')],
  ['image/avif', bytes('\0\0\0 ftypavif')],
  ['image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['image/svg+xml', bytes('\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>')],
  ['image/svg+xml', bytes('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n<svg>')],
])('tells %s by its bytes', (type, file) => {
  expect(imageType(file)).toBe(type);
});

test.each(['', '<!doctype html><svg>', '<html><body><svg>', 'GIF', '{"error":"not found"}'])(
  'takes %j for no picture',
  (text) => {
    expect(imageType(bytes(text))).toBeNull();
  },
);
