import { expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { snippetFilter, snippetsOf } from '../../../src/search/lists/snippets.ts';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import { makeClip } from '../../factories/clip.ts';

const blocks: readonly TextBlock[] = [
  { kind: 'code', text: 'npm i', language: 'bash' },
  { kind: 'heading', text: '超时', level: 2 },
  { kind: 'prose', text: 'WithTimeout' },
  { kind: 'code', text: 'ctx, cancel := context.WithTimeout(ctx, t)\n\tdefer cancel()', language: 'go' },
  { kind: 'code', text: '  \n', language: 'go' },
];
const found = (query: string) => snippetsOf(makeClip(), { blocks }, snippetFilter(parseQuery(query, 0)));

it('each code block comes with the heading it stands under, exact', () => {
  expect(found('').map(({ block, heading, code }) => [block, heading, code])).toEqual([
    [0, null, 'npm i'],
    [3, '超时', 'ctx, cancel := context.WithTimeout(ctx, t)\n\tdefer cancel()'],
  ]);
});

it('words are looked for in the code, without regard to case, and their places given', () => {
  const [snippet] = found('withtimeout');
  expect(snippet?.block).toBe(3);
  expect(snippet?.ranges.map(([start, end]) => snippet.code.slice(start, end))).toEqual(['WithTimeout']);
});

it('every word must stand there, and the language must be the one asked for', () => {
  expect(found('WithTimeout nothing')).toEqual([]);
  expect(found('lang:golang').map((snippet) => snippet.block)).toEqual([3]);
});
