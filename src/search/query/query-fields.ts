import { foldName } from '../text/fold-name.ts';
import { dates, numbers, oneOf, openDate, textFilter, type Reader, type Values } from './filter-readers.ts';
import { canonicalLanguage, foldedSite, foldedTag } from './label-names.ts';
import { colors, has, scopes, sorts } from './query-values.ts';
import type { ClipOrigin, ClipState } from './query.ts';

/** Keys of the sentences that explain the query language. */
export type HelpKey = `searchHelp${
  | 'Words'
  | 'Identifiers'
  | 'Phrase'
  | 'Not'
  | 'Or'
  | 'Tag'
  | 'Site'
  | 'Lang'
  | 'In'
  | 'Has'
  | 'Color'
  | 'Is'
  | 'Source'
  | 'WordCount'
  | 'Time'
  | 'Saved'
  | 'After'
  | 'Before'
  | 'Published'
  | 'Author'
  | 'Sort'}`;

/** One of the `name:value` that a query may have: what reads it, completes it and explains it. */
export interface QueryField {
  /** In both languages, the first the one to write. */
  readonly names: readonly string[];
  readonly read: Reader;
  /** The values it knows, or from where they come. */
  readonly values: readonly (readonly string[])[] | 'tags' | 'sites' | 'languages' | 'authors' | null;
  /** To type just so, in either language. */
  readonly examples: readonly string[];
  /** Key of the sentence that says what it does. */
  readonly meaning: HelpKey;
}

const states: Values<ClipState> = {
  unread: ['unread', '未读'],
  read: ['read', '已读'],
  started: ['started', '在读', 'begun'],
  starred: ['starred', '星标', 'star', '收藏'],
  link: ['link', '链接'],
  selection: ['selection', '选段', '选区'],
  edited: ['edited', '已编辑'],
  incomplete: ['incomplete', '不完整'],
  moved: ['moved', '有变动'],
  absent: ['absent', '不在此版本'],
  trash: ['trash', '回收站', 'trashed'],
};

const origins: Values<ClipOrigin> = {
  page: ['page', '网页'],
  import: ['import', '导入', 'imported'],
};

const amounts = { k: 1000, 千: 1000, 万: 10_000, 字: 1, 词: 1 };
const minutes = { m: 1, min: 1, mins: 1, minutes: 1, 分: 1, 分钟: 1, h: 60, hour: 60, hours: 60, 小时: 60 };

export const queryFields: readonly QueryField[] = [
  {
    names: ['tag', '标签'],
    read: textFilter('tag', foldedTag),
    values: 'tags',
    examples: ['tag:go', '标签:数据库', 'tag:none'],
    meaning: 'searchHelpTag',
  },
  {
    names: ['site', '站点', '网站'],
    read: textFilter('site', foldedSite),
    values: 'sites',
    examples: ['site:github.io', '站点:juejin.cn'],
    meaning: 'searchHelpSite',
  },
  {
    names: ['lang', '语言', 'language'],
    read: textFilter('lang', canonicalLanguage),
    values: 'languages',
    examples: ['lang:go', '语言:python'],
    meaning: 'searchHelpLang',
  },
  {
    names: ['in', '位于'],
    read: oneOf(scopes, (scope) => ({ kind: 'scope', scope })),
    values: Object.values(scopes),
    examples: ['in:title', 'in:code', 'in:notes', 'in:highlights'],
    meaning: 'searchHelpIn',
  },
  {
    names: ['has', '包含'],
    read: oneOf(has, (value) => ({ kind: 'filter', filter: { name: 'has', value } })),
    values: Object.values(has),
    examples: ['has:code', 'has:image', 'has:math', 'has:note', 'has:highlight'],
    meaning: 'searchHelpHas',
  },
  {
    names: ['color', '颜色', 'colour'],
    read: oneOf(colors, (value) => ({ kind: 'filter', filter: { name: 'color', value } })),
    values: Object.values(colors),
    examples: ['color:yellow', '颜色:绿色'],
    meaning: 'searchHelpColor',
  },
  {
    names: ['is', '状态'],
    read: oneOf(states, (value) => ({ kind: 'filter', filter: { name: 'is', value } })),
    values: Object.values(states),
    examples: [
      'is:unread',
      'is:started',
      'is:starred',
      'is:link',
      'is:selection',
      'is:edited',
      'is:incomplete',
      'is:moved',
      'is:absent',
      'is:trash',
    ],
    meaning: 'searchHelpIs',
  },
  {
    names: ['source', '来源'],
    read: oneOf(origins, (value) => ({ kind: 'filter', filter: { name: 'source', value } })),
    values: Object.values(origins),
    examples: ['source:import', '来源:网页'],
    meaning: 'searchHelpSource',
  },
  {
    names: ['words', '字数'],
    read: numbers('words', amounts),
    values: null,
    examples: ['words:>2000', '字数:500..2000'],
    meaning: 'searchHelpWordCount',
  },
  {
    names: ['time', '时长'],
    read: numbers('time', minutes),
    values: null,
    examples: ['time:<5m', '时长:10..20分钟'],
    meaning: 'searchHelpTime',
  },
  {
    names: ['saved', '日期', 'on', '保存于'],
    read: dates('date'),
    values: null,
    examples: ['saved:2024-03', 'saved:2024-01..2024-03', 'on:昨天'],
    meaning: 'searchHelpSaved',
  },
  {
    names: ['after', '晚于', 'since'],
    read: openDate('after'),
    values: null,
    examples: ['after:7d', '晚于:2周'],
    meaning: 'searchHelpAfter',
  },
  {
    names: ['before', '早于'],
    read: openDate('before'),
    values: null,
    examples: ['before:2024-03'],
    meaning: 'searchHelpBefore',
  },
  {
    names: ['published', '发布于'],
    read: dates('published'),
    values: null,
    examples: ['published:2023', 'published:>=2024-03'],
    meaning: 'searchHelpPublished',
  },
  {
    names: ['author', '作者', 'by'],
    read: textFilter('author', (value) => foldName(value.trim())),
    values: 'authors',
    examples: ['author:Ada', '作者:张三'],
    meaning: 'searchHelpAuthor',
  },
  {
    names: ['sort', '排序'],
    read: oneOf(sorts, (sort) => ({ kind: 'sort', sort })),
    values: Object.values(sorts),
    examples: ['sort:newest', 'sort:longest', 'sort:published', 'sort:title'],
    meaning: 'searchHelpSort',
  },
];
