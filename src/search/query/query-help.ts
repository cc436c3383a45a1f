/** What can be typed into the search box, for the pages to show. `meaning` is the key of a message. */
export interface QueryHelp {
  /** To type just so, in either language. */
  readonly examples: readonly string[];
  readonly meaning: string;
}

export const queryHelp = [
  { examples: ['redis 主从', 'k8s 网络 超时'], meaning: 'searchHelpWords' },
  { examples: ['context.WithTimeout', '--mount'], meaning: 'searchHelpIdentifiers' },
  { examples: ['"connection refused"', '“连接超时”'], meaning: 'searchHelpPhrase' },
  { examples: ['redis -docker', '-tag:go'], meaning: 'searchHelpNot' },
  { examples: ['nginx OR envoy', 'nginx | envoy'], meaning: 'searchHelpOr' },
  { examples: ['tag:go', '标签:数据库'], meaning: 'searchHelpTag' },
  { examples: ['site:github.io', '站点:juejin.cn'], meaning: 'searchHelpSite' },
  { examples: ['lang:go', '语言:python'], meaning: 'searchHelpLang' },
  { examples: ['in:title', 'in:code', 'in:notes'], meaning: 'searchHelpIn' },
  { examples: ['has:code', 'has:image', 'has:math', 'has:note'], meaning: 'searchHelpHas' },
  { examples: ['is:unread', 'is:starred', 'is:trash'], meaning: 'searchHelpIs' },
  { examples: ['after:7d', 'before:2024-03', 'on:昨天'], meaning: 'searchHelpDate' },
  { examples: ['author:Ada', '作者:张三'], meaning: 'searchHelpAuthor' },
  { examples: ['sort:newest', 'sort:oldest'], meaning: 'searchHelpSort' },
] as const satisfies readonly QueryHelp[];

/** Keys of the sentences for `QueryHint.code`; $1 is the piece of the query. */
export const hintMessages = {
  'filter-unknown': 'searchHelpHintUnknown',
  'filter-value': 'searchHelpHintValue',
  'filter-empty': 'searchHelpHintEmpty',
  'quote-open': 'searchHelpHintQuote',
} as const;
