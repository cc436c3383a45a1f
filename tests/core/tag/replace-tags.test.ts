import { describe, expect, it } from 'vitest';
import {
  mergeTags,
  nestTags,
  renameTag,
  replaceTagKeys,
  type TagReplacement,
} from '../../../src/core/tag/replace-tags.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';

const tags = parseTags(['lang', 'lang/Go', 'lang/Go/generics', 'golang', '网络']);
const plain = (replacements: readonly TagReplacement[] | null) =>
  replacements?.map(({ from, to }) => [from, to?.label ?? null]) ?? null;
const [golang] = parseTags(['golang']);

describe('renaming', () => {
  it('takes along what is below, with its spelling', () => {
    expect(plain(renameTag(tags, 'lang', 'Language'))).toEqual([
      ['lang', 'Language'],
      ['lang/go', 'Language/Go'],
      ['lang/go/generics', 'Language/Go/generics'],
    ]);
  });

  it('may change the spelling alone, and nothing where nothing changes', () => {
    expect(plain(renameTag(tags, 'lang/go', 'lang/GO'))).toEqual([
      ['lang/go', 'lang/GO'],
      ['lang/go/generics', 'lang/GO/generics'],
    ]);
    expect(renameTag(tags, 'golang', 'golang')).toEqual([]);
  });

  it('refuses what is no tag, and names that would become too long below', () => {
    expect(renameTag(tags, 'golang', '  ')).toBeNull();
    expect(renameTag(tags, 'lang', 'x'.repeat(78))).toBeNull();
  });
});

it('merging leaves the tag that stays as it is', () => {
  if (golang === undefined) throw new Error('no tag');
  expect(plain(mergeTags(tags, ['golang', 'lang/go'], golang))).toEqual([
    ['lang/go', 'golang'],
    ['lang/go/generics', 'golang/generics'],
  ]);
});

it('nesting puts the last level below the parent, or at the top', () => {
  expect(plain(nestTags(tags, ['网络'], 'topic'))).toEqual([['网络', 'topic/网络']]);
  expect(plain(nestTags(tags, ['lang/go'], ''))).toEqual([
    ['lang/go', 'Go'],
    ['lang/go/generics', 'Go/generics'],
  ]);
});

it('a clip keeps the order of its tags, each once', () => {
  const to = parseTags(['b'])[0] ?? null;
  expect(replaceTagKeys(['a', 'b', 'c'], new Map([['a', to]]))).toEqual(['b', 'c']);
  expect(replaceTagKeys(['a', 'c'], new Map([['a', null]]))).toEqual(['c']);
});
