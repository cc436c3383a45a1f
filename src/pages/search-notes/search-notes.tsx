import type { DashReading, SearchAnswer } from '../../search/ranking/answer.ts';
import type { QueryHint } from '../../search/query/query.ts';
import type { MessageKey } from '../../browser/translate.ts';
import { Button } from '../../ui/button.tsx';
import type { Translation } from '../../ui/translation.ts';

const hintTexts: Record<QueryHint['code'], MessageKey> = {
  'filter-unknown': 'hintFilterUnknown',
  'filter-value': 'hintFilterValue',
  'filter-empty': 'hintFilterEmpty',
  'quote-open': 'hintQuoteOpen',
  'signs-only': 'hintSignsOnly',
};

const dashTexts: Record<DashReading['as'], readonly [note: MessageKey, action: MessageKey]> = {
  option: ['searchDashOption', 'searchDashLeaveOut'],
  'left-out': ['searchDashLeftOut', 'searchDashAsOption'],
};

interface Note {
  readonly text: string;
  /** The query that says the other thing, and what to call it. */
  readonly instead?: { readonly label: string; readonly query: string };
}

type Translate = Translation['t'];

/** What there is to say of an answer: where it is to another question than the one typed. */
export function searchNotes(
  hints: readonly QueryHint[],
  answer: SearchAnswer | null,
  t: Translate,
): readonly Note[] {
  const read = hints.map(({ code, text }) => ({ text: t(hintTexts[code], text) }));
  if (answer === null) return read;
  const shown = answer.hits.length > 0;
  return [
    ...answer.corrections.map(({ from, to }) => ({ text: t('searchCorrected', from, to) })),
    ...answer.missing.map((word) => ({ text: t('searchMissing', word) })),
    ...(answer.partial && shown && answer.missing.length === 0 ? [{ text: t('searchPartial') }] : []),
    ...answer.expansions.map(({ from, to }) => ({ text: t('searchExpanded', from, to) })),
    ...answer.dashes.map(({ text, as, instead }) => {
      const [note, action] = dashTexts[as];
      return { text: t(note, text), instead: { label: t(action, text.replace(/^-/u, '')), query: instead } };
    }),
    ...read,
    ...(answer.index === 'rebuilding' ? [{ text: t('searchRebuilding') }] : []),
  ];
}

export interface SearchNotesProps {
  readonly notes: readonly Note[];
  readonly class: string;
  readonly onQuery: (query: string) => void;
}

export function SearchNotes({ notes, class: name, onQuery }: SearchNotesProps) {
  if (notes.length === 0) return null;
  return (
    <ul class={name}>
      {notes.map(({ text, instead }) => (
        <li key={text}>
          {text}
          {instead === undefined ? null : (
            <>
              {' '}
              <Button onClick={() => onQuery(instead.query)}>{instead.label}</Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
