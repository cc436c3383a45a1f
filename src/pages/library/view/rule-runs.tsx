import type { SmartList } from '../../../core/library/smart-list.ts';
import { Button } from '../../../ui/button.tsx';
import { RelativeDate } from '../../../ui/relative-date.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

/** What the list's rule did to new clips by itself, and the way to take all of it back. */
export function RuleRuns({ list }: { readonly list: SmartList }) {
  const translation = useTranslation();
  const { smartLists, dependencies } = useLibrary();
  const runs = smartLists.runs.value.filter(({ listId }) => listId === list.id);
  const [last] = runs;
  if (last === undefined) return null;
  const clips = runs.reduce((sum, run) => sum + run.clips, 0);
  return (
    <p class="rule-runs">
      <span>
        {countText(translation, 'smartListRan', clips)}{' '}
        <RelativeDate time={last.at} now={dependencies.now()} />
      </span>
      <Button kind="quiet" onClick={() => void smartLists.undoRuns(list)}>
        {translation.t('undo')}
      </Button>
    </p>
  );
}
