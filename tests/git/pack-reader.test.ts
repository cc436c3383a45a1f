import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zlibSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PackIndex, PackReader } from '../../src/git/pack-reader.ts';
import { PackWriter } from '../../src/git/pack-writer.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipshelf-pack-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(args: readonly string[], input = ''): Buffer {
  return execFileSync('git', args, { cwd: folder, input, maxBuffer: 1e9 });
}

const nothing = () => Promise.resolve(null);

describe('a pack that git wrote', () => {
  it.each([
    ['with deltas by offset', ['-c', 'repack.useDeltaBaseOffset=true']],
    ['with deltas by name', ['-c', 'repack.useDeltaBaseOffset=false']],
  ])('%s is read as git reads it', async (_name, options) => {
    git(['init', '-q', '--bare']);
    const lines = Array.from({ length: 400 }, (_, index) => `line ${String(index)} 连接池\n`);
    const oids = Array.from({ length: 60 }, (_, index) => {
      lines.splice((index * 37) % lines.length, 1, `changed ${String(index)}\n`.repeat(index % 5));
      return git(['hash-object', '-w', '--stdin'], lines.join('')).toString().trim();
    });
    const tree = git(['mktree'], oids.map((oid, at) => `100644 blob ${oid}\tf${String(at)}\n`).join(''))
      .toString()
      .trim();
    const who = ['-c', 'user.name=x', '-c', 'user.email=x@x'];
    const commit = git([...who, 'commit-tree', '-m', 'x', tree])
      .toString()
      .trim();
    git(['update-ref', 'refs/heads/main', commit]);
    git([...options, 'repack', '-adfq', '--depth=50', '--window=60']);
    const packs = join(folder, 'objects/pack');
    const name = readdirSync(packs).find((each) => each.endsWith('.idx')) ?? '';
    const index = new PackIndex(readFileSync(join(packs, name)));
    const pack = readFileSync(join(packs, name.replace('idx', 'pack')));
    const reader: PackReader = new PackReader(pack, (oid) => reader.objectAt(index.offsetOf(oid) ?? -1));
    const types = new Set<string>();
    for (const oid of [...oids, tree, commit]) {
      const { type, bytes } = await reader.objectAt(index.offsetOf(oid) ?? -1);
      types.add(type);
      expect(Buffer.from(bytes).equals(git(['cat-file', type, oid]))).toBe(true);
    }
    expect(types).toEqual(new Set(['blob', 'tree', 'commit']));
    expect(index.offsetOf('0'.repeat(40))).toBeNull();
    expect(index.offsetOf('f'.repeat(40))).toBeNull();
    rmSync(folder, { recursive: true, force: true });
    execFileSync('mkdir', [folder]);
  });
});

describe('a pack that is no longer what it was', () => {
  function written() {
    const writer = new PackWriter();
    const oid = writer.add('blob', new TextEncoder().encode('a text '.repeat(200)));
    const { pack, index } = writer.finish();
    return { pack, start: new PackIndex(index).offsetOf(oid) ?? -1, index };
  }

  it('is damaged, wherever a byte of it differs, or gives what it was', async () => {
    const { pack, start } = written();
    for (let at = start; at < pack.byteLength - 20; at += 1) {
      const other = pack.slice();
      other[at] = (other[at] ?? 0) ^ 0x55;
      const read = new PackReader(other, nothing).objectAt(start);
      await read.catch((error: unknown) =>
        expect(error).toMatchObject({
          code: expect.stringMatching(/^sync\/(?:damaged|oversized)$/) as unknown,
        }),
      );
    }
  });

  it('is damaged where it ends too early, as its index is', async () => {
    const { pack, start, index } = written();
    const half = new PackReader(pack.slice(0, start + 10), nothing);
    await expect(half.objectAt(start)).rejects.toMatchObject({ code: 'sync/damaged' });
    expect(() => new PackIndex(index.slice(0, 500))).toThrow();
    expect(() => new PackIndex(new Uint8Array(2_000))).toThrow();
  });

  it('is too large where an object says so, before anything is unpacked', async () => {
    // A blob of 2^40 bytes, says its head.
    const head = Uint8Array.of(0b10110000, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10);
    const pack = new Uint8Array([...head, ...zlibSync(new Uint8Array(10)), ...new Uint8Array(20)]);
    await expect(new PackReader(pack, nothing).objectAt(0)).rejects.toMatchObject({ code: 'sync/oversized' });
  });

  it('is damaged where a delta leads to itself or nowhere', async () => {
    for (const distance of [0, 1, 0x7f]) {
      const delta = zlibSync(Uint8Array.of(1, 1, 1, 65));
      const pack = new Uint8Array([0x64, distance, ...delta, ...new Uint8Array(20)]);
      await expect(new PackReader(pack, nothing).objectAt(0)).rejects.toMatchObject({ code: 'sync/damaged' });
    }
  });
});
