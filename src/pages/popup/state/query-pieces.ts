import { isFilterName } from '../../../search/query/filters.ts';
import { type QueryPiece, splitQuery } from '../../../search/query/split-query.ts';

/** A query as it was read: words, phrases and filters, each as typed. */
export function queryPieces(text: string): readonly QueryPiece[] {
  return splitQuery(text, isFilterName).filter((piece) => piece.kind !== 'or');
}

/** The query without this piece, and without an OR that would then join nothing. */
export function withoutPiece(text: string, piece: QueryPiece): string {
  const rest = `${text.slice(0, piece.start)} ${text.slice(piece.end)}`;
  const pieces = splitQuery(rest, isFilterName);
  return pieces
    .filter(({ kind }, place) => kind !== 'or' || isJoining(pieces, place))
    .map(({ raw }) => raw)
    .join(' ');
}

function isJoining(pieces: readonly QueryPiece[], place: number): boolean {
  const [before, after] = [pieces[place - 1], pieces[place + 1]];
  return before !== undefined && after !== undefined && before.kind !== 'or';
}
