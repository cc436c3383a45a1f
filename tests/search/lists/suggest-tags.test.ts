import { expect, it } from 'vitest';
import { suggestTags, type TagEvidence } from '../../../src/search/lists/suggest-tags.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';

const bare: TagEvidence = { article: { title: '', tags: [], blocks: [] }, similar: [], known: [] };
const suggested = (
  evidence: Partial<Omit<TagEvidence, 'article'>> & { article?: Partial<TagEvidence['article']> },
) =>
  suggestTags({ ...bare, ...evidence, article: { ...bare.article, ...evidence.article } }, 5).map(
    ({ label, reason }) => `${label} ${reason}`,
  );

it('the page’s own come in its order, and in the spelling of the library', () => {
  expect(suggested({ article: { tags: ['golang', 'GRPC'] } })).toEqual(['golang page', 'GRPC page']);
  expect(suggested({ article: { tags: ['golang', 'GRPC'] }, known: parseTags(['gRPC']) })).toEqual([
    'gRPC page',
    'golang page',
  ]);
});

it('tags of similar clips count by how similar those are', () => {
  const similar = [
    { tags: ['a'], score: 0.2 },
    { tags: ['b'], score: 0.9 },
    { tags: ['b', 'a'], score: 0.5 },
  ];
  expect(suggested({ similar })).toEqual(['b similar', 'a similar']);
});

it('a tag of the library that the title names is found, as a whole word or beside Han', () => {
  const known = parseTags(['Go', 'db/Redis', '复制', 'C', 'C++']);
  expect(suggested({ article: { title: 'Redis主从复制' }, known })).toEqual(['db/Redis title', '复制 title']);
  expect(suggested({ article: { title: 'Google C++ style' }, known })).toEqual(['C++ title']);
});

it('the language that most of the code is in, unless every article has some of it', () => {
  const code = (language: string) => ({ kind: 'code', text: 'x', language }) as const;
  const blocks = [code('golang'), code('go'), code('bash')];
  expect(suggested({ article: { blocks } })).toEqual(['go code']);
  expect(suggested({ article: { blocks }, known: parseTags(['lang/Go']) })).toEqual(['lang/Go code']);
});

it('nothing is guessed where nothing speaks for it', () => {
  expect(suggested({ known: parseTags(['Go', 'Rust']) })).toEqual([]);
});
