import { queryFields, type HelpKey } from './query-fields.ts';

/** What can be typed into the search box, for the pages to show. `meaning` is the key of a message. */
export interface QueryHelp {
  /** To type just so, in either language. */
  readonly examples: readonly string[];
  readonly meaning: HelpKey;
}

export const queryHelp: readonly QueryHelp[] = [
  { examples: ['redis 主从', 'k8s 网络 超时'], meaning: 'searchHelpWords' },
  { examples: ['context.WithTimeout', '--mount'], meaning: 'searchHelpIdentifiers' },
  { examples: ['"connection refused"', '“连接超时”'], meaning: 'searchHelpPhrase' },
  { examples: ['redis -docker', '-tag:go'], meaning: 'searchHelpNot' },
  { examples: ['nginx OR envoy', 'nginx | envoy'], meaning: 'searchHelpOr' },
  ...queryFields.map(({ examples, meaning }) => ({ examples, meaning })),
];
