import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxTagLength, parseTag, parseTags } from '../../../src/core/tag/tag.ts';

describe('parseTag', () => {
  test('compares without case, width and outer space, and shows what was typed', () => {
    expect(parseTag('  Ｇｏ Lang ')).toEqual({ key: 'go lang', label: 'Go Lang' });
    expect(parseTag('KUBERNETES')?.key).toBe(parseTag('Kubernetes')?.key);
    expect(parseTag('性能优化')).toEqual({ key: '性能优化', label: '性能优化' });
  });

  test('nests by slash, without empty levels', () => {
    expect(parseTag(' lang / Go /')?.label).toBe('lang/Go');
  });

  test('drops the sign of a hash tag, and invisible characters', () => {
    for (const typed of ['#redis', '＃redis', '## redis', '/#redis'])
      expect(parseTag(typed)?.label).toBe('redis');
    expect(parseTag('re\u200Bdis\u0007')?.label).toBe('redis');
  });

  test('keeps what tells languages apart', () => {
    const names = [
      'C',
      'C#',
      'C++',
      'F#',
      '.NET/C#',
      '@types/node',
      'A# minor',
      'x=1',
      '👩‍💻',
      '👨🏽‍🚀',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'می‌خواهم',
      'क्‍ष',
      'H₂O',
      'x²',
      'Rust™',
      'Ⅳ',
      '½',
      'ﬁle',
      'ｶﾅ',
    ];
    expect(parseTags(names).map((tag) => tag.label)).toEqual(names);
    expect(parseTag('.NET')?.key).toBe('.net');
    expect(parseTag('#C#')).toEqual(parseTag('C#'));
  });

  test('is compared without what only the writing tells apart', () => {
    for (const [typed, plain] of [
      ['H₂O', 'h2o'],
      ['Ⅳ', 'iv'],
      ['ﬁle', 'File'],
      ['ｶﾅ', 'カナ'],
      ['STRAẞE', 'strasse'],
      ['Cafe\u0301', 'café'],
    ] as const)
      expect(parseTag(typed)?.key).toBe(parseTag(plain)?.key);
  });

  test('a letter and its accent are one sign', () => {
    for (const typed of ['A\u0301', '\uFF21\u0301', 'A\u200B\u0301'])
      expect(parseTag(typed)?.label).toBe('\u00C1');
  });

  test('a joiner that joins nothing goes', () => {
    for (const typed of ['\u200Dgo', 'g\u200Do', 'go\u200C', 'g\u{E0067}o'])
      expect(parseTag(typed)?.label).toBe('go');
  });

  test.each(['', '   ', '///', ',', '#', '\u200B', 'x'.repeat(maxTagLength + 1)])('is none: %j', (text) => {
    expect(parseTag(text)).toBeNull();
  });

  test('is settled: parsing a label again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('aGßẞσςΣİıŉﬁ⅓℀¨´²ⅣＡ＃／#/, .👩‍💻\u200d\u0301\u00a0')),
        }),
        (text) => {
          const tag = parseTag(text);
          if (tag !== null) expect(parseTag(tag.label)).toEqual(tag);
          if (tag !== null) expect(parseTag(tag.key)?.key).toBe(tag.key);
        },
      ),
    );
  });
});

describe('parseTags', () => {
  test('splits at commas of both scripts and keeps the first spelling', () => {
    expect(parseTags(['Go, 网络，k8s、GO', 'K8s']).map((tag) => tag.label)).toEqual(['Go', '网络', 'k8s']);
  });
});
