import { describe, expect, it, test } from 'vitest';
import { fileSealer, isSealedName } from '../../../src/git/encryption/file-sealer.ts';
import { fileKeys, makeLock, openLock } from '../../../src/git/encryption/library-key.ts';
import { packFile, paddedLength, unpackFile } from '../../../src/git/encryption/packed-file.ts';
import { seededRandom } from '../../torture/random.ts';

/** Each round takes its time: here it is enough that there are some. */
const few = 10;
const utf8 = (text: string) => new TextEncoder().encode(text);

async function sealerOf(passphrase: string) {
  const { key } = await makeLock(passphrase, few);
  return fileSealer(await fileKeys(key));
}

describe('a lock', () => {
  it('opens with its passphrase, however that was composed, and with no other', async () => {
    const { lock, key } = await makeLock('café 一把钥匙', few);
    const again = await openLock('  cafe\u0301 一把钥匙 ', lock);
    expect(again).not.toBeNull();
    const [a, b] = await Promise.all(
      [key, again ?? expect.fail()].map(async (each) => fileSealer(await fileKeys(each))),
    );
    expect(await a?.nameOf('clips/x')).toBe(await b?.nameOf('clips/x'));
    for (const other of ['', 'Café 一把钥匙', 'café一把钥匙', 'café 一把钥匙!'])
      expect(await openLock(other, lock)).toBeNull();
  });

  it('says nothing twice: two of one passphrase have other salts, checks and names', async () => {
    const [first, second] = [await makeLock('the same words', few), await makeLock('the same words', few)];
    expect(first.lock.salt).not.toBe(second.lock.salt);
    expect(first.lock.check).not.toBe(second.lock.check);
  });

  it('has keys that do not leave the browser', async () => {
    const { key } = await makeLock('some words', few);
    for (const each of [key, ...Object.values(await fileKeys(key))]) {
      expect(each.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', each)).rejects.toThrow();
    }
  });
});

describe('a sealed file', () => {
  const path = 'clips/2026-11/data/28/0c8e2d1a-负载.json';
  const text = utf8('{"title":"负载均衡","url":"https://page.example/secret"}'.repeat(20));

  it.each([
    ['text', text],
    ['nothing', new Uint8Array()],
    ['one byte', new Uint8Array([7])],
    ['what can not be made smaller', crypto.getRandomValues(new Uint8Array(5_000))],
  ])('comes back: %s', async (_what, bytes) => {
    const sealer = await sealerOf('some words');
    const sealed = await sealer.seal(path, bytes);
    expect(await sealer.open(sealed.name, sealed.bytes)).toEqual({ path, bytes: new Uint8Array(bytes) });
  });

  it('is the same for the same file, and another for another path or content', async () => {
    const sealer = await sealerOf('some words');
    const one = await sealer.seal(path, text);
    expect(await sealer.seal(path, text)).toEqual(one);
    const moved = await sealer.seal(`${path}x`, text);
    expect(moved.name).not.toBe(one.name);
    const nonceOf = ({ bytes }: { bytes: Uint8Array }) => bytes.slice(1, 13).join();
    const changed = await sealer.seal(path, text.slice(1));
    expect(changed.name).toBe(one.name);
    expect(new Set([one, moved, changed].map(nonceOf)).size).toBe(3);
  });

  it('has a name that tells nothing, in one of 4,096 folders', async () => {
    const sealer = await sealerOf('some words');
    const names = await Promise.all(
      Array.from({ length: 2_000 }, (_, at) => sealer.nameOf(`clips/${String(at)}.json`)),
    );
    expect(names.every(isSealedName)).toBe(true);
    expect(new Set(names).size).toBe(2_000);
    expect(new Set(names.map((name) => name.slice(0, 'files/a/b/c'.length))).size).toBeGreaterThan(1_400);
    for (const name of [
      'clipshelf.json',
      'README.md',
      'files/a/b/c',
      `files/a/b/c/${'0'.repeat(30)}`,
      `../files/a/b/c/${'0'.repeat(29)}`,
    ])
      expect(isSealedName(name)).toBe(false);
  });

  it('shows no word of path or content', async () => {
    const { name, bytes } = await (await sealerOf('some words')).seal(path, text);
    const shown = `${name}${new TextDecoder('latin1').decode(bytes)}`;
    for (const word of ['clips', '2026', '0c8e2d1a', 'title', 'page.example'])
      expect(shown).not.toContain(word);
  });

  it('opens with no bit changed, wherever it lies', async () => {
    const sealer = await sealerOf('some words');
    const { name, bytes } = await sealer.seal(path, text);
    const random = seededRandom(17);
    const ends = [0, 1, 12, 13, bytes.byteLength - 17, bytes.byteLength - 16, bytes.byteLength - 1];
    const places = [...ends, ...Array.from({ length: 100 }, () => random.integer(0, bytes.byteLength - 1))];
    for (const at of places) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << random.integer(0, 7));
      expect(await sealer.open(name, changed), `byte ${String(at)}`).toBeNull();
    }
    for (const length of [0, 1, 12, 13, 28, 29, bytes.byteLength - 1])
      expect(await sealer.open(name, bytes.slice(0, length))).toBeNull();
    expect(await sealer.open(name, new Uint8Array([...bytes, 0]))).toBeNull();
  });

  it('stands for no other file, and opens with no other key', async () => {
    const sealer = await sealerOf('some words');
    const [one, two] = [await sealer.seal('a.json', text), await sealer.seal('b.json', text)];
    expect(await sealer.open(two.name, one.bytes)).toBeNull();
    expect(await sealer.open(one.name, two.bytes)).toBeNull();
    expect(await (await sealerOf('some words')).open(one.name, one.bytes)).toBeNull();
  });
});

describe('a packed file', () => {
  it('is never longer than an eighth more, and one of few lengths', () => {
    const lengths = Array.from({ length: 20_000 }, (_, at) => at + 11);
    expect(
      lengths.every((length) => paddedLength(length) >= length && paddedLength(length) <= length * 1.125),
    ).toBe(true);
    expect(new Set(lengths.map(paddedLength)).size).toBeLessThan(200);
  });

  it('that lies about its lengths is none', () => {
    const packed = packFile('a.json', utf8('words '.repeat(100)));
    expect(unpackFile(packed)).not.toBeNull();
    const changed = (change: (view: DataView) => void) => {
      const copy = packed.slice();
      change(new DataView(copy.buffer));
      return unpackFile(copy);
    };
    expect(changed((view) => view.setUint16(0, 60_000))).toBeNull();
    expect(changed((view) => view.setUint32(2, 4_000_000_000))).toBeNull();
    // More than it unpacks to.
    expect(changed((view) => view.setUint32(6, 4_000_000_000))).toBeNull();
    expect(changed((view) => view.setUint32(6, 601))).toBeNull();
    expect(unpackFile(new Uint8Array(3))).toBeNull();
  });
});

test('the rounds that a new lock asks for are those of today', async () => {
  expect((await makeLock('some words')).lock.iterations).toBe(600_000);
});
