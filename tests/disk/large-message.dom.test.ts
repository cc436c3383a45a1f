import { expect, test } from 'vitest';
import { packMessage, unpackMessage } from '../../src/disk/large-message.ts';

test('a short message goes as it is', async () => {
  const message = { ok: true, article: { html: '<p>短</p>' } };
  expect(await packMessage(message)).toBe(message);
  expect(await unpackMessage(message)).toBe(message);
});

test('a long one goes through the file system, under 4 MB in the message, and leaves no file', async () => {
  const message = { ok: true, article: { html: '连接池'.repeat(2_000_000) } };
  const packed = await packMessage(message);
  expect(JSON.stringify(packed).length).toBeLessThan(200);
  expect(await unpackMessage(packed)).toEqual(message);
  await expect(unpackMessage(packed)).rejects.toThrow('import/unreadable');
});

test.each([null, undefined, 'text', { file: 7 }])('%j is no packed message', async (other) => {
  expect(await unpackMessage(other)).toEqual(other);
});
