import { indexTerms, queryTerms } from '../../../src/domain/search/text/tokenize.ts';

/** Our own tokens, which the peers get too. */
export function allTokens(text: string): string[] {
  const tokens: string[] = [];
  indexTerms(text, (term) => tokens.push(term));
  return tokens;
}

export function queryTokens(text: string): string[] {
  return queryTerms(text, 'parts').map(({ term }) => term);
}
