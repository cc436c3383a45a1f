import { describe, expect, it } from 'vitest';
import { createReadingPlaces } from '../../../src/pages/reader/state/reading-places.ts';
import { parseTypography, usualTypography } from '../../../src/pages/reader/state/typography.ts';

class Kept implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  clear() {
    this.#items.clear();
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null;
  }
  key() {
    return null;
  }
  removeItem(key: string) {
    this.#items.delete(key);
  }
  setItem(key: string, value: string) {
    this.#items.set(key, value);
  }
}

describe('reading settings', () => {
  it('a bad field is the usual one, its neighbours stay', () => {
    const text = JSON.stringify({ font: 'serif', size: 9000, width: '7', leading: 180 });
    expect(parseTypography(text)).toEqual({ ...usualTypography, font: 'serif', leading: 180 });
  });

  it.each([null, '', '[', 'null', '3'])('%j gives the usual setting', (text) => {
    expect(parseTypography(text)).toEqual(usualTypography);
  });
});

describe('reading places', () => {
  it('are kept per clip, forgotten at the start, and survive damage', () => {
    const storage = new Kept();
    const places = createReadingPlaces(storage);
    places.keep('a', 7);
    places.keep('b', 3);
    expect([places.of('a'), places.of('b'), places.of('c')]).toEqual([7, 3, null]);
    places.keep('a', 0);
    expect(places.of('a')).toBeNull();
    storage.setItem('reading-places', '{');
    expect(places.of('b')).toBeNull();
  });

  it('of the 500 articles read last', () => {
    const places = createReadingPlaces(new Kept());
    for (let index = 0; index <= 500; index += 1) places.keep(`clip-${index}`, 1);
    expect([places.of('clip-0'), places.of('clip-500')]).toEqual([null, 1]);
  });
});
