import type { TextBlock } from '../../../core/clip/article.ts';
import type { BlockChange, TextChange } from '../../../core/clip/compare-versions.ts';
import type { CountKey, MessageKey } from '../../../browser/translate.ts';
import { countText, useTranslation } from '../../../ui/translation.ts';

/** From one text to the next, in reading order: what changed is shown, what did not is counted. */
export function ChangeList({ changes }: { readonly changes: readonly BlockChange[] }) {
  const { t } = useTranslation();
  const changed = changes.filter(({ kind }) => kind !== 'same');
  if (changed.length === 0) return <p>{t('versionNoChanges')}</p>;
  return (
    <>
      <ChangeCounts changes={changed} />
      <ol class="change-list">
        {runsOf(changes).map((run, index) => (
          // The list is made anew for each pair of texts.
          // oxlint-disable-next-line react/no-array-index-key -- its order is fixed
          <li key={index}>{'same' in run ? <Same count={run.same} /> : <Change change={run.change} />}</li>
        ))}
      </ol>
    </>
  );
}

type Run = { readonly same: number } | { readonly change: BlockChange };

function runsOf(changes: readonly BlockChange[]): Run[] {
  const runs: Run[] = [];
  let same = 0;
  for (const change of changes) {
    if (change.kind === 'same') {
      same += 1;
      continue;
    }
    if (same > 0) runs.push({ same });
    same = 0;
    runs.push({ change });
  }
  return same > 0 ? [...runs, { same }] : runs;
}

const counts: readonly (readonly [BlockChange['kind'], CountKey])[] = [
  ['changed', 'changesChanged'],
  ['added', 'changesAdded'],
  ['removed', 'changesRemoved'],
];

function ChangeCounts({ changes }: { readonly changes: readonly BlockChange[] }) {
  const translation = useTranslation();
  const texts = counts.flatMap(([kind, key]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [countText(translation, key, count)];
  });
  return <p class="change-counts">{texts.join(' · ')}</p>;
}

function Same({ count }: { readonly count: number }) {
  const translation = useTranslation();
  return <p class="change-same">{countText(translation, 'changesSame', count)}</p>;
}

const names: Record<Exclude<BlockChange['kind'], 'same'>, MessageKey> = {
  changed: 'changeChanged',
  added: 'changeAdded',
  removed: 'changeRemoved',
};

function Change({ change }: { readonly change: BlockChange }) {
  const { t } = useTranslation();
  const { kind, block } = change;
  if (kind === 'same') return null;
  const parts: readonly TextChange[] = kind === 'changed' ? change.changes : [{ kind, text: block.text }];
  return (
    <div class="change" data-kind={kind}>
      <span class="change-kind">
        {t(names[kind])}
        {block.kind === 'code' ? ` · ${block.fileName ?? block.language ?? t('codeLabelPlain')}` : ''}
      </span>
      <Parts block={block} parts={parts} />
    </div>
  );
}

/** Code with its lines as they are. */
function Parts({ block, parts }: { readonly block: TextBlock; readonly parts: readonly TextChange[] }) {
  const pieces = parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'added') return <ins key={key}>{text}</ins>;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
  return block.kind === 'code' ? (
    <pre>
      <code>{pieces}</code>
    </pre>
  ) : (
    <p dir="auto">{pieces}</p>
  );
}
