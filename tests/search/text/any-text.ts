import * as fc from 'fast-check';

/** Any text at all, halves of surrogate pairs included. */
export function anyText(maxLength = 12): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0x4e00, max: 0x4e20 }));
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));
}
