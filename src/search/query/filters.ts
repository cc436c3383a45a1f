import { foldName } from '../text/fold-name.ts';
import { parseDate } from './dates.ts';
import type { Filter, QueryScope, QuerySort } from './query.ts';

export type FilterMeaning =
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'scope'; readonly scope: QueryScope }
  | { readonly kind: 'sort'; readonly sort: QuerySort };

type Reader = (value: string, now: number) => FilterMeaning | null;

function named(name: 'tag' | 'site' | 'lang' | 'author', read: (value: string) => string): Reader {
  return (value) => {
    const text = read(value);
    return text === '' ? null : { kind: 'filter', filter: { name, value: text } };
  };
}

function oneOf<T>(values: Record<string, T>, meaning: (value: T) => FilterMeaning): Reader {
  return (value) => {
    const key = foldName(value);
    const found = Object.hasOwn(values, key) ? values[key] : undefined;
    return found === undefined ? null : meaning(found);
  };
}

function date(from: 'start' | 'end' | null, until: 'start' | 'end' | null): Reader {
  return (value, now) => {
    const span = parseDate(value, now);
    if (span === null) return null;
    const bounds = {
      from: from === null ? -Infinity : span[from],
      until: until === null ? Infinity : span[until],
    };
    return { kind: 'filter', filter: { name: 'date', ...bounds } };
  };
}

/** Names under which people know a language, to the canonical name that clips carry. */
const languageAliases: Record<string, string> = {
  golang: 'go',
  js: 'javascript',
  ts: 'typescript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  yml: 'yaml',
  'c++': 'cpp',
  'c#': 'csharp',
  cs: 'csharp',
  kt: 'kotlin',
  md: 'markdown',
  docker: 'dockerfile',
  'objective-c': 'objectivec',
  objc: 'objectivec',
};

export function canonicalLanguage(name: string): string {
  const folded = foldName(name.trim());
  return (Object.hasOwn(languageAliases, folded) ? languageAliases[folded] : undefined) ?? folded;
}

export function foldedSite(value: string): string {
  return foldName(value.trim())
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/[^]*/u, '');
}

export function foldedTag(value: string): string {
  return foldName(value.trim())
    .replace(/^#/u, '')
    .replace(/^\/+|(?<!\/)\/+$/gu, '');
}

const has = oneOf(
  {
    code: 'code',
    代码: 'code',
    image: 'image',
    images: 'image',
    img: 'image',
    图片: 'image',
    math: 'math',
    formula: 'math',
    公式: 'math',
    note: 'note',
    notes: 'note',
    笔记: 'note',
  } as const,
  (value) => ({ kind: 'filter', filter: { name: 'has', value } }),
);
const is = oneOf(
  {
    unread: 'unread',
    未读: 'unread',
    read: 'read',
    已读: 'read',
    starred: 'starred',
    star: 'starred',
    星标: 'starred',
    收藏: 'starred',
    trash: 'trash',
    trashed: 'trash',
    回收站: 'trash',
  } as const,
  (value) => ({ kind: 'filter', filter: { name: 'is', value } }),
);
const scope = oneOf(
  {
    title: 'title',
    标题: 'title',
    code: 'code',
    代码: 'code',
    notes: 'notes',
    note: 'notes',
    笔记: 'notes',
  } as const,
  (value) => ({ kind: 'scope', scope: value }),
);
const sort = oneOf(
  {
    relevance: 'relevance',
    相关: 'relevance',
    newest: 'newest',
    new: 'newest',
    date: 'newest',
    最新: 'newest',
    oldest: 'oldest',
    old: 'oldest',
    最早: 'oldest',
  } as const,
  (value) => ({ kind: 'sort', sort: value }),
);
const tag = named('tag', foldedTag);
const site = named('site', foldedSite);
const lang = named('lang', canonicalLanguage);
const author = named('author', (value) => foldName(value.trim()));
const before = date(null, 'start');
const after = date('start', null);
const on = date('start', 'end');

const readers: Record<string, Reader> = {
  tag,
  标签: tag,
  site,
  网站: site,
  站点: site,
  lang,
  language: lang,
  语言: lang,
  author,
  by: author,
  作者: author,
  has,
  包含: has,
  is,
  状态: is,
  in: scope,
  位于: scope,
  sort,
  排序: sort,
  before,
  早于: before,
  after,
  since: after,
  晚于: after,
  on,
  日期: on,
};

export function isFilterName(name: string): boolean {
  return Object.hasOwn(readers, name);
}

/** Null where the filter does not know the value. */
export function readFilter(name: string, value: string, now: number): FilterMeaning | null {
  return isFilterName(name) ? (readers[name]?.(value, now) ?? null) : null;
}
