import { indexTerms, queryTerms } from '../../../src/search/text/tokenize.ts';

/** Our own tokens, which the peers get too. */
export function allTokens(text: string): string[] {
  const tokens: string[] = [];
  indexTerms(text, (term) => tokens.push(term));
  return tokens;
}

/** One tokenizer for engines that have only one: of texts while indexing, of queries while searching. */
export class Tokenizer {
  #asking = false;

  readonly tokenize = (text: string): string[] => (this.#asking ? queryTokens(text) : allTokens(text));

  asking<T>(ask: () => T): T {
    this.#asking = true;
    try {
      return ask();
    } finally {
      this.#asking = false;
    }
  }
}

export function queryTokens(text: string): string[] {
  return queryTerms(text, 'parts').map(({ term }) => term);
}
