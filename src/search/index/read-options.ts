import type { DashReading } from '../ranking/answer.ts';
import type { Query, QueryGroup, QueryOption } from '../query/query.ts';
import { queryComposites, queryTerms } from '../text/tokenize.ts';
import type { TermReader } from './term-reader.ts';

/** A query in which each dash is read one way. */
export interface ReadQuery {
  readonly query: Query;
  readonly dashes: readonly DashReading[];
}

async function stands(reader: TermReader, term: string, asPrefix: boolean): Promise<boolean> {
  let found = false;
  const see = (): void => {
    found = true;
  };
  await (asPrefix
    ? reader.range(term, 1, (_found, _count, read) => {
        read(see);
      })
    : reader.postings(term, see));
  return found;
}

interface OptionGroup {
  readonly group: QueryGroup;
  readonly option: QueryOption;
  /** Some clip holds it as an option; holds the word at all. */
  readonly asOption: boolean;
  readonly asWord: boolean;
}

async function lookUp(reader: TermReader, group: QueryGroup, option: QueryOption): Promise<OptionGroup> {
  const [item] = group.items;
  const typing = item?.kind === 'word' && item.prefix;
  const [flag] = queryComposites(option.text, 'flag');
  const terms = item?.kind === 'word' ? queryTerms(item.text) : [];
  const [asOption, ...asWords] = await Promise.all([
    flag === undefined ? false : stands(reader, flag, typing),
    ...terms.map(({ term, last }) => stands(reader, term, typing && last)),
  ]);
  return { group, option, asOption, asWord: asWords.every(Boolean) };
}

function written({ group, option }: OptionGroup): QueryGroup {
  const [item] = group.items;
  const prefix = item?.kind === 'word' && item.prefix;
  return { not: false, items: [{ kind: 'word', text: option.text, prefix }] };
}

function replaced(text: string, { start, end }: QueryOption, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function readingOf(query: Query, { option }: OptionGroup, as: DashReading['as']): DashReading {
  const word = option.text.slice(1);
  const by = as === 'option' ? `-"${word}"` : `"${option.text}"`;
  return { text: option.text, as, instead: replaced(query.text, option, by) };
}

/**
 * The ways to read a query whose words have dashes before them, the likelier first: as options where some clip holds
 * them as such, or nothing by that word; else, and where that finds nothing, as words to leave out.
 */
export async function readOptions(reader: TermReader, query: Query): Promise<readonly ReadQuery[]> {
  const looked = await Promise.all(
    query.groups.flatMap((group) => (group.option === undefined ? [] : lookUp(reader, group, group.option))),
  );
  if (looked.length === 0) return [{ query, dashes: [] }];
  const read = (isOption: (one: OptionGroup) => boolean): ReadQuery => ({
    query: {
      ...query,
      groups: query.groups.map((group) => {
        const one = looked.find((each) => each.group === group);
        return one !== undefined && isOption(one) ? written(one) : group;
      }),
    },
    dashes: looked.flatMap((one) => {
      if (isOption(one)) return one.asWord ? [readingOf(query, one, 'option')] : [];
      return one.asOption ? [readingOf(query, one, 'left-out')] : [];
    }),
  });
  const likelier = read((one) => one.asOption || !one.asWord);
  const isOpen = looked.some((one) => one.asOption && one.asWord);
  return isOpen ? [likelier, read((one) => !one.asWord)] : [likelier];
}
