import { expect, test } from 'vitest';
import { obsidianNote } from '../../../src/formats/export/obsidian-address.ts';

test('a short note is in the address, with every sign escaped', () => {
  const { address, isInClipboard } = obsidianNote(
    "It's 100% & #1/2",
    '---\ntitle: "a b"\n---\n中文?',
    'My vault',
  );
  expect(isInClipboard).toBe(false);
  const url = new URL(address);
  expect([url.protocol, url.host]).toEqual(['obsidian:', 'new']);
  expect(address).toMatch(/^obsidian:\/\/new\?[\w%=&.~()*!-]+$/);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    vault: 'My vault',
    file: "It's 100% & #1/2",
    content: '---\ntitle: "a b"\n---\n中文?',
  });
});

test('a long note is taken from the clipboard; without a vault, the one that was open last', () => {
  const { address, isInClipboard } = obsidianNote('Long', 'x'.repeat(3_000), ' ');
  expect([address, isInClipboard]).toEqual(['obsidian://new?file=Long&clipboard', true]);
});

test('half a pair of surrogates does not throw', () => {
  expect(obsidianNote('a\uD83D', '\uDE00', '').address).toBe(
    'obsidian://new?file=a%EF%BF%BD&content=%EF%BF%BD',
  );
});
