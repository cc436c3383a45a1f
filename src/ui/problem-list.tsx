import type { ImportProblem, ProblemReason } from '../core/job/import-problem.ts';
import type { MessageKey } from '../browser/translate.ts';
import { type Translation, useTranslation } from './translation.ts';

const reasons: Record<ProblemReason, MessageKey> = {
  'no-url': 'problemNoUrl',
  'unsupported-url': 'problemUnsupportedUrl',
  'unbalanced-quotes': 'problemUnbalancedQuotes',
  'wrong-columns': 'problemWrongColumns',
  'wrong-shape': 'problemWrongShape',
  'front-matter': 'problemFrontMatter',
  encoding: 'problemEncoding',
  'too-large': 'problemTooLarge',
  damaged: 'problemDamaged',
  'cut-off': 'problemCutOff',
  encrypted: 'problemEncrypted',
  'missing-chapter': 'problemMissingChapter',
  'unsafe-name': 'problemUnsafeName',
  'duplicate-name': 'problemDuplicateName',
  misplaced: 'problemMisplaced',
  copy: 'problemCopy',
  'unknown-format': 'problemUnknownFormat',
  'in-trash': 'problemInTrash',
  'bad-date': 'problemBadDate',
  'not-a-picture': 'problemNotAPicture',
  'not-saved': 'problemNotSaved',
  'ambiguous-date': 'problemAmbiguousDate',
  'unused-column': 'problemUnusedColumn',
  'missing-picture': 'problemMissingPicture',
};

/** Every line or entry of a file that was not taken, and why. */
export function ProblemList({ problems }: { readonly problems: readonly ImportProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <ul class="problems">
      {problems.map(({ reason, line, entry, excerpt }) => (
        <li key={`${entry ?? ''} ${line ?? ''} ${reason} ${excerpt}`}>
          {placeOf(t, entry, line)} {t(reasons[reason])} {excerpt === '' ? null : <q>{excerpt}</q>}
        </li>
      ))}
    </ul>
  );
}

function placeOf(t: Translation['t'], entry: string | null, line: number | null): string {
  if (line === null) return entry ?? '';
  return entry === null ? t('problemLine', line) : `${entry}:${String(line)}`;
}
