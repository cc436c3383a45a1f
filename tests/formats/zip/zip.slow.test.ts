import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDirectory } from '../../../src/formats/zip/read-directory.ts';
import { readItem } from '../../../src/formats/zip/read-item.ts';
import { writeZip } from '../../../src/formats/zip/write-zip.ts';
import { centralHeader } from '../../../src/formats/zip/zip-records.ts';
import { collect, makeZip, noon, utf8, zipFile } from '../../factories/zip.ts';

const names = fc.uniqueArray(fc.stringMatching(/^[a-z 连接é]{1,12}$/u), { maxLength: 8 });

test('what is written is read back, by us and by another library', async () => {
  await fc.assert(
    fc.asyncProperty(names, fc.infiniteStream(fc.uint8Array({ maxLength: 3_000 })), async (paths, stream) => {
      const files = paths.map((name) => zipFile(name, Uint8Array.from(stream.next().value)));
      const archive = new Blob(await collect(writeZip(files)));
      const items = await readDirectory(archive);
      expect(items.map((item) => item.name)).toEqual(paths);
      const theirs = unzipSync(new Uint8Array(await archive.arrayBuffer()));
      for (const [index, item] of items.entries()) {
        const bytes = files[index]?.bytes;
        expect(await readItem(archive, item)).toEqual(bytes);
        expect(theirs[item.name]).toEqual(bytes);
      }
    }),
    { numRuns: 40 },
  );
});

test('the same files give the same bytes, wherever the clock stands', async () => {
  const files = [zipFile('a.md', '# 一'.repeat(50)), zipFile('b.png', utf8('\u0089PNG'))];
  expect(await collect(writeZip(files))).toEqual(await collect(writeZip(files)));
});

test('an archive of another archiver is read', async () => {
  const archive = new Blob([
    Uint8Array.from(
      zipSync({ 'folder/文.md': utf8('x'.repeat(999)), 'stored.txt': [utf8('y'), { level: 0 }] }),
    ),
  ]);
  const items = await readDirectory(archive);
  expect(items.map((item) => item.name)).toEqual(['folder/文.md', 'stored.txt']);
  expect(await Promise.all(items.map(async (item) => (await readItem(archive, item)).length))).toEqual([
    999, 1,
  ]);
});

test('folders are not among the files, and text before the end record is only a comment', async () => {
  const archive = new Blob([await makeZip({ 'a/': '', 'a/b.md': 'b' })]);
  expect((await readDirectory(archive)).map((item) => item.name)).toEqual(['a/b.md']);
});

describe('beyond the old format', () => {
  test('70,000 files', async () => {
    const files = Array.from({ length: 70_000 }, (_, index) => zipFile(`${index}.md`, ''));
    const items = await readDirectory(new Blob(await collect(writeZip(files))));
    expect(items).toHaveLength(70_000);
    expect(items.at(-1)?.name).toBe('69999.md');
  }, 60_000);

  test('an entry that begins after 4 GiB', async () => {
    const header = centralHeader({
      name: utf8('far.md'),
      method: 0,
      crc: 0,
      compressedSize: 0,
      size: 0,
      offset: 5 * 2 ** 30,
      modifiedAt: noon,
    });
    // A file that is only as large as it says: what lies between is never read.
    const file = sparseFile(5 * 2 ** 30 + 30 + searched, header);
    expect(await readDirectory(file)).toMatchObject([{ name: 'far.md', offset: 5 * 2 ** 30 }]);
  });
});

const searched = 66_000;

/** A file of zeros of `length` bytes, then a directory of this one header. */
function sparseFile(length: number, header: Uint8Array<ArrayBuffer>): Blob {
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x06064b50, true);
  for (const [at, value] of [
    [24, 1],
    [32, 1],
    [40, header.length],
    [48, length],
  ] as const)
    end.setBigUint64(at, BigInt(value), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(64, BigInt(length + header.length), true);
  end.setUint32(76, 0x06054b50, true);
  for (const at of [84, 86]) end.setUint16(at, 0xffff, true);
  for (const at of [88, 92]) end.setUint32(at, 0xffffffff, true);
  // The end record is looked for in the last 64 KiB.
  const tail = new Blob([new Uint8Array(searched), header, end]);
  const start = length - searched;
  return new Proxy(tail, {
    get(target, key) {
      if (key === 'size') return start + target.size;
      if (key === 'slice')
        return (from: number, to: number) => target.slice(Math.max(0, from - start), Math.max(0, to - start));
      return Reflect.get(target, key, target);
    },
  });
}
