import type { Query } from '../query/query.ts';
import { evaluateQuery, type Evaluated } from './evaluate-query.ts';
import { readOptions, type ReadQuery } from './read-options.ts';
import type { TermReader } from './term-reader.ts';

export interface ReadAndEvaluated {
  readonly read: ReadQuery;
  readonly evaluated: Evaluated;
}

/** The first reading of the query that some clip answers as a whole, else the first. */
export async function evaluateLikeliest(
  reader: TermReader,
  query: Query,
  literally = false,
): Promise<ReadAndEvaluated> {
  const readings = await readOptions(reader, query);
  let first: ReadAndEvaluated | null = null;
  for (const read of readings) {
    const evaluated = await evaluateQuery(reader, read.query, literally);
    first ??= { read, evaluated };
    if (!evaluated.partial && evaluated.matches?.slots.length !== 0) return { read, evaluated };
  }
  return first ?? { read: { query, dashes: [] }, evaluated: await evaluateQuery(reader, query, literally) };
}
