import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { facetsOf } from '../../../src/search/lists/facets.ts';
import { filterGroups, listClips } from '../../../src/search/lists/list-clips.ts';
import { sortClips } from '../../../src/core/library/sort-clips.ts';
import { makeClip } from '../../factories/clip.ts';

const now = Date.UTC(2026, 5, 1);
const clips = [
  makeClip({ id: 'a', tags: ['lang/go', 'lang/rust'], site: 'a.dev', savedAt: 3, words: 10, title: 'B 2' }),
  makeClip({
    id: 'b',
    tags: ['lang/go'],
    language: 'en-US',
    starred: true,
    savedAt: 2,
    words: 30,
    title: 'B 10',
  }),
  makeClip({ id: 'c', tags: [], readAt: 5, savedAt: 1, words: 20, publishedAt: null, title: '阿' }),
  makeClip({ id: 't', trashedAt: 9, savedAt: 4 }),
];
const listed = (query: string) => {
  const groups = filterGroups(parseQuery(query, now));
  return groups === null ? null : listClips(clips, groups).map((clip) => clip.id);
};

describe('a query of filters alone', () => {
  it('is answered from the rows, without the trash', () => {
    expect(listed('')).toEqual(['a', 'b', 'c']);
    expect(listed('tag:lang')).toEqual(['a', 'b']);
    expect(listed('-tag:lang')).toEqual(['c']);
    expect(listed('is:starred OR is:read')).toEqual(['b', 'c']);
  });

  it('lists the trash where it is asked for, and only then', () => {
    expect(listed('is:trash')).toEqual(['t']);
  });

  it('is none as soon as it has a word', () => {
    expect(listed('tag:lang grpc')).toBeNull();
  });
});

describe('facets', () => {
  it('count a clip once for each level above its tags', () => {
    expect(facetsOf(clips.slice(0, 3)).tags).toEqual([
      { value: 'lang', count: 2 },
      { value: 'lang/go', count: 2 },
      { value: 'lang/rust', count: 1 },
    ]);
  });

  it('join regional forms of a language and count states', () => {
    const facets = facetsOf(clips.slice(0, 3));
    expect(facets.textLanguages).toEqual([
      { value: 'zh', count: 2 },
      { value: 'en', count: 1 },
    ]);
    expect([facets.read, facets.unread, facets.starred]).toEqual([1, 2, 1]);
    const marked = [
      makeClip({ highlightStates: ['moved', 'absent'] }),
      makeClip({ highlightStates: ['moved'] }),
    ];
    expect(facetsOf(marked)).toMatchObject({ moved: 2, absent: 1 });
  });
});

describe('sorting', () => {
  const ids = (sort: Parameters<typeof sortClips>[1]) =>
    sortClips(clips.slice(0, 3), sort, 'zh-CN').map((clip) => clip.id);

  it('by length, and by title with numbers as numbers', () => {
    expect(ids('longest')).toEqual(['b', 'c', 'a']);
    expect(ids('shortest')).toEqual(['a', 'c', 'b']);
    const titles = ids('title');
    expect(titles.indexOf('a')).toBeLessThan(titles.indexOf('b'));
  });

  it('by publication puts undated clips last', () => {
    expect(ids('published').at(-1)).toBe('c');
  });
});
