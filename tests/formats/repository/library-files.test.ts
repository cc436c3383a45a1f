import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LibraryLock } from '../../../src/core/sync/library-lock.ts';
import {
  encryptedMarkerBytes,
  indexAfter,
  indexLine,
  markerBytes,
  readMarker,
  readStamped,
  stampedBytes,
} from '../../../src/formats/repository/library-files.ts';
import {
  indexPath,
  kindOfPath,
  markdownPath,
  recordPath,
} from '../../../src/formats/repository/repository-files.ts';

import { SharedDevice } from '../../factories/shared-device.ts';
import { applySharedEdit } from '../../factories/shared-edits.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the marker of a library', () => {
  it('is read back with its devices', () => {
    const devices = new Map([['aaaa0001', { value: '家里的电脑', at: 5, by: 'aaaa0001' }]]);
    expect(readMarker(markerBytes(devices))).toEqual({ devices, lock: null });
  });

  it('is none of another program, nor what is broken', () => {
    for (const text of [
      '',
      '{}',
      '{"format":"clipshelf-backup","version":1}',
      '[',
      '{"format":"clipshelf-library"}',
    ])
      expect(readMarker(utf8(text))).toBe(null);
  });

  it('is refused whole where a newer Clipshelf wrote it', () => {
    const newer = utf8('{"format":"clipshelf-library","version":3,"anything":true}');
    expect(() => readMarker(newer)).toThrow(expect.objectContaining({ code: 'import/newer-version' }));
  });
});

describe('the marker of an encrypted library', () => {
  const lock: LibraryLock = {
    iterations: 600_000,
    salt: btoa('s'.repeat(32)),
    check: btoa('c'.repeat(16)),
  };
  const changed = (changes: object, version: unknown = 2) => {
    const { encryption } = JSON.parse(new TextDecoder().decode(encryptedMarkerBytes(lock))) as {
      encryption: object;
    };
    const marker = { format: 'clipshelf-library', version, encryption: { ...encryption, ...changes } };
    return readMarker(utf8(JSON.stringify(marker)));
  };

  it('is read back with its lock, and names no device', () => {
    expect(readMarker(encryptedMarkerBytes(lock))).toEqual({ devices: new Map(), lock });
    expect(changed({})).toEqual({ devices: new Map(), lock });
  });

  it.each([
    ['a key that is cheap to guess', { iterations: 1 }],
    ['work for hours', { iterations: 2 ** 31 }],
    ['part of a round', { iterations: 600_000.5 }],
    ['rounds as text', { iterations: '600000' }],
    ['no salt', { salt: '' }],
    ['a short salt', { salt: btoa('short') }],
    ['a salt without end', { salt: btoa('s'.repeat(3_000)) }],
    ['a salt that is none', { salt: '!'.repeat(44) }],
    ['a salt with a wrong end', { salt: `${btoa('s'.repeat(32))}A` }],
    ['no check', { check: null }],
    ['another way to a key', { derivation: 'MD5' }],
    ['another cipher', { cipher: 'none' }],
  ])('is none where it asks for %s', (_what, changes) => {
    expect(changed(changes)).toBeNull();
  });

  it('is none under another version', () => {
    for (const version of [0, 1.5, '2', null]) expect(changed({}, version)).toBeNull();
  });
});

describe('values that the library shares', () => {
  it('are read back, whatever their names and values are', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).map((json) => JSON.parse(JSON.stringify(json)));
    const stamp = fc.record({ value, at: fc.nat(), by: fc.constantFrom('aaaa0001', 'hand') });
    const name = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('__proto__', 'constructor'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, stamp), { maxLength: 5 }), (pairs) => {
        const values = new Map(pairs);
        expect(readStamped(stampedBytes(values))).toEqual(values);
        expect(stampedBytes(new Map(pairs.toReversed()))).toEqual(
          stampedBytes(new Map([...new Map(pairs.toReversed())].toReversed())),
        );
      }),
    );
  });

  it('are none where the file is none', () => {
    expect(readStamped(null).size).toBe(0);
    expect(readStamped(utf8('{"a":1}')).size).toBe(0);
  });
});

describe('the index of a day', () => {
  it('names id, path, tags, title and address of each clip, under the day in UTC', () => {
    const device = new SharedDevice('aaaa0001', 0);
    const now = Date.UTC(2026, 10, 28, 12);
    applySharedEdit(device.clips, { kind: 'clip', page: 'p', text: 'a' }, device.name, now);
    applySharedEdit(device.clips, { kind: 'tag', page: 'p', text: 'a' }, device.name, now);
    const [clip] = device.shared(now).values();
    if (clip === undefined) throw new Error('no clip');
    const line: unknown = JSON.parse(indexLine(clip, 'https://a.example/', new Map([['a', 'A']])));
    expect(line).toEqual({
      id: clip.id,
      path: 'clips/2026-11/p p-aaaa00.md',
      tags: ['A'],
      title: 'p',
      url: 'https://a.example/',
    });
    expect(indexPath(clip.savedAt)).toBe('clips/2026-11/index/28.jsonl');
  });

  it('has a line for each clip, in one order, and loses what is gone and what is no line', () => {
    const first = indexAfter(
      '',
      new Map([
        ['b', '{"id":"b","title":"B"}'],
        ['a', '{"id":"a"}'],
      ]),
    );
    expect(first).toBe('{"id":"a"}\n{"id":"b","title":"B"}\n');
    expect(indexAfter(`${first}<<<<<<< HEAD\n`, new Map([['a', null]]))).toBe('{"id":"b","title":"B"}\n');
    expect(
      indexAfter(
        first,
        new Map([
          ['a', null],
          ['b', null],
        ]),
      ),
    ).toBe('');
  });
});

describe('paths', () => {
  it('are plain names whatever the title is, by the day in UTC', () => {
    const clip = {
      id: 'abcdef0123',
      title: '../../etc/passwd: "C#"',
      savedAt: Date.UTC(2026, 0, 31, 23, 59),
    };
    expect(markdownPath(clip)).toBe('clips/2026-01/etc passwd C abcdef01.md');
    expect(recordPath(clip)).toBe('clips/2026-01/data/31/abcdef0123.json');
  });

  it('say what a file is', () => {
    expect(kindOfPath('clips/2026-01/data/31/a.json')).toBe('record');
    expect(kindOfPath('clips/2026-01/data/31/a.0123456789abcdef.json')).toBe('text');
    expect(kindOfPath('clips/anywhere/Note.MD')).toBe('markdown');
    for (const path of ['README.md', 'clips/2026-01/index/31.jsonl', 'notes/a.md', 'clips/data/31/a.json'])
      expect(kindOfPath(path)).toBe('other');
  });
});
