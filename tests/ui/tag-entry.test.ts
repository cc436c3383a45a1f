import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxTagLength, parseTag } from '../../src/core/tag/tag.ts';
import { type TagEntry, committed, tagOptions, typed } from '../../src/ui/tag-entry.ts';

const empty: TagEntry = { tags: [], text: '' };

describe('typed', () => {
  it('never loses a tag and never keeps one twice, however the text is cut into keystrokes', () => {
    const text = fc.string({
      unit: fc.constantFrom('g', 'G', 'o', ' ', ',', '，', '、', '并', '/', 'Ｋ'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (line) => {
        const letterByLetter = committed(
          Array.from(line).reduce((entry, letter) => typed(entry, entry.text + letter), empty),
        );
        const pasted = committed(typed(empty, line));
        expect(letterByLetter.tags).toEqual(pasted.tags);
        const keys = pasted.tags.map((tag) => parseTag(tag)?.key);
        expect(new Set(keys).size).toBe(keys.length);
        const wanted = line.split(/[,，、]/u).flatMap((part) => parseTag(part)?.key ?? []);
        expect(new Set(keys)).toEqual(new Set(wanted));
      }),
    );
  });
});

describe('committed', () => {
  it('leaves in the field what is too long for a tag, and drops what is none', () => {
    const text = 'x'.repeat(maxTagLength + 1);
    expect(committed({ tags: ['Go'], text })).toEqual({ tags: ['Go'], text });
    expect(committed({ tags: ['Go'], text: ' # ' })).toEqual({ tags: ['Go'], text: '' });
  });
});

describe('tagOptions', () => {
  const suggestions = [
    { label: 'Go', origin: 'recent' },
    { label: 'go', origin: 'page' },
    { label: 'Golang', origin: 'known' },
  ] as const;

  it('offers a tag once, and none that is chosen', () => {
    expect(tagOptions({ tags: [], text: '' }, suggestions).map((option) => option.label)).toEqual([
      'Go',
      'Golang',
    ]);
    expect(tagOptions({ tags: ['ＧＯ'], text: '' }, suggestions).map((option) => option.label)).toEqual([
      'Golang',
    ]);
  });

  it('offers what the text would become only where it is not offered already', () => {
    expect(tagOptions({ tags: [], text: 'gO' }, suggestions).some((option) => option.origin === 'new')).toBe(
      false,
    );
    expect(tagOptions({ tags: [], text: ' 网络，' }, suggestions).at(-1)).toEqual({
      label: '网络',
      origin: 'new',
    });
  });
});
