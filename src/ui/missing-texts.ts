import type { MessageKey } from '../browser/translate.ts';
import type { Integrity } from '../core/clip/article.ts';
import type { Translation } from './translation.ts';

const notices = {
  loading: 'noticeLoading',
  frame: 'noticeFrame',
  rows: 'noticeRows',
  paywall: 'noticePaywall',
  login: 'noticeLogin',
} as const satisfies Record<NonNullable<Integrity['notice']>, MessageKey>;

/** What is missing of a page, in numbers; empty where nothing is. */
export function missingTexts({ t }: Translation, { found, kept, leftOut = [], notice }: Integrity): string[] {
  const words = leftOut.reduce((sum, each) => sum + (each.isMissing ? each.words : 0), 0);
  const pieces = [
    ['missingCode', found.codeBlocks - kept.codeBlocks],
    ['missingTables', found.tables - kept.tables],
    ['missingFormulas', found.formulas - kept.formulas],
    ['missingImages', found.images - kept.images],
    ['missingWords', words],
  ] as const;
  return [
    ...(notice === undefined ? [] : [t(notices[notice])]),
    ...pieces.filter(([, count]) => count > 0).map(([key, count]) => t(key, count)),
  ];
}
