import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { indexTerms, queryTerms } from '../../../src/search/text/tokenize.ts';

function terms(text: string): string[] {
  const all: string[] = [];
  indexTerms(text, (term) => all.push(term));
  return all;
}

describe('indexTerms', () => {
  test.each([
    ['redis主从复制', ['redis', '主从', '从复', '复制', '制']],
    ['context WithTimeout(', ['context', 'withtimeout', 'with', 'timeout']],
    ['MADV_FREE', ['madvfree', 'madv', 'free']],
    ['_init __x__', ['init', '_init', 'x', '__x__']],
    ['λx kΩ', ['λx', 'λ', 'x', 'kω', 'k', 'ω']],
    ['1,000,000 1_000_000', ['1', '000', '000', '1000000', '1000000', '1', '000', '000']],
    ['🚀🔥 → x', ['🚀', '🔥', '→', 'x']],
    ['HTTPServer2', ['httpserver2', 'http', 'server', '2']],
    ['Ｃafé', ['cafe']],
    ['ｶﾀｶﾅ', ['カタ', 'タカ', 'カナ', 'ナ']],
    ['C++ 和 C#', ['c++', 'c', '和', 'c#', 'c']],
    ['C++17', ['c++17', 'c++', '17', 'c']],
    ['0:0.25:1', ['0', '0', '25', '1', '0:0.25:1', '0.25']],
    ['10.0.0.0/8', ['10', '0', '0', '0', '8', '10.0.0.0/8', '10.0.0.0']],
    ['multi\u00adthreaded ke\u200by', ['multithreaded', 'key']],
    ['負載', ['负载', '载']],
  ])('%s', (text, expected) => {
    expect(terms(text).sort()).toEqual(expected.toSorted());
  });
});

describe('what is written is found', () => {
  const identifiers = [
    'context.WithTimeout', 'MADV_FREE', 'useEffect', 'kube-proxy', '--mount', '/proc/sys/net', '10.0.0.0/8',
    'v1.20.3', 'std::move', 'C++', '.gitignore', '#[derive]', 'EADDRINUSE', 'ＡＢＣ',
  ]; // prettier-ignore

  test.each(identifiers)('%s', (identifier) => {
    const indexed = new Set(terms(`我们用 ${identifier} 来 do it，${identifier}。`));
    const wanted = queryTerms(identifier);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter(({ term }) => !indexed.has(term))).toEqual([]);
  });

  test('withtimeout, WithTimeout and context.WithTimeout( find the same', () => {
    const indexed = new Set(terms('ctx, cancel := context.WithTimeout(parent, time.Second)'));
    for (const typed of ['withtimeout', 'WithTimeout', 'context.WithTimeout(']) {
      expect(queryTerms(typed).every(({ term }) => indexed.has(term))).toBe(true);
    }
  });

  test('every substring of Han characters', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const mixed = fc.oneof(han, fc.constantFrom('a', ' ', '，', '𠀀', '々', '1'));
    fc.assert(
      fc.property(fc.array(mixed, { maxLength: 30 }), fc.nat(), fc.nat(), (characters, from, size) => {
        const indexed = terms(characters.join(''));
        const start = characters.length === 0 ? 0 : from % characters.length;
        const part = characters.slice(start, start + 1 + (size % 6)).join('');
        if (!/^\p{Script=Han}+$/u.test(part)) return;
        for (const { term, prefix } of queryTerms(part)) {
          expect(indexed.some((one) => (prefix ? one.startsWith(term) : one === term))).toBe(true);
        }
      }),
    );
  });
});
