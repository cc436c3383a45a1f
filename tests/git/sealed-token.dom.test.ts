import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { forgetKeys } from '../../src/git/key-database.ts';
import { openToken, sealToken } from '../../src/git/sealed-token.ts';

function keyName(): string {
  const name = `test-key-${crypto.randomUUID()}`;
  onTestFinished(() => Dexie.delete(name));
  return name;
}

test('a sealed token opens with its key alone, and says nothing of itself', async () => {
  const name = keyName();
  const token = 'github_pat_令牌_0123';
  const sealed = await sealToken(token, name);
  expect(atob(sealed.sealed)).not.toContain('github_pat');
  expect(await openToken(sealed, name)).toBe(token);
  const again = await sealToken(token, name);
  expect(again.sealed).not.toBe(sealed.sealed);
  await expect(openToken(sealed, name)).rejects.toMatchObject({ code: 'sync/no-token' });
});

test('the key does not leave the browser', async () => {
  const name = keyName();
  await sealToken('secret', name);
  const database = await new Dexie(name).open();
  const row: unknown = await database.table('keys').get('token');
  database.close();
  const { key } = row as { key: CryptoKey };
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('a changed token, or one whose key is gone, is a failure that says so', async () => {
  const name = keyName();
  const sealed = await sealToken('secret', name);
  const changed = { ...sealed, sealed: `AAAA${sealed.sealed.slice(4)}` };
  await expect(openToken(changed, name)).rejects.toMatchObject({ code: 'sync/no-token' });
  await expect(openToken({ iv: '???', sealed: '' }, name)).rejects.toMatchObject({ code: 'sync/no-token' });
  await forgetKeys(name);
  await expect(openToken(sealed, name)).rejects.toMatchObject({ code: 'sync/no-token' });
});
