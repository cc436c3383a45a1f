import type { TextBlock } from '../../../core/clip/article.ts';
import { anchorOf } from '../../../core/highlight/anchor.ts';
import { type Highlight, highlightColors } from '../../../core/highlight/highlight.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { colorNames } from '../../../ui/color-names.ts';
import type { Highlighting } from '../state/highlights.ts';
import { NoteText } from '../../note/note-text.tsx';

export interface HighlightRailProps {
  readonly highlighting: Highlighting;
  /** The article's, as it is shown. */
  readonly blocks: readonly TextBlock[];
  /** Of tags, by key. */
  readonly labels: ReadonlyMap<string, string>;
  readonly onChoose: (highlight: Highlight) => void;
  /** Shows the text that has it, by its hash. */
  readonly onShowVersion: (textHash: string) => void;
}

/** The highlights of the article in its order, and those that its text does not have: for the eye, and for screen readers. */
export function HighlightRail(props: HighlightRailProps) {
  const { t } = useTranslation();
  const { highlighting } = props;
  const { present, absent, only } = highlighting;
  const isChosen = ({ color }: Highlight) => only.value === null || color === only.value;
  const colors = new Set([...present.value, ...absent.value].map(({ color }) => color));
  const missing = absent.value.filter(isChosen);
  return (
    <section class="highlight-rail" aria-label={t('highlightsTitle')}>
      <div class="highlight-tools">
        {colors.size < 2 ? null : (
          <div class="highlight-filter" role="group" aria-label={t('highlightFilter')}>
            {highlightColors
              .filter((color) => colors.has(color))
              .map((color) => (
                <button
                  key={color}
                  type="button"
                  class="highlight-color"
                  data-color={color}
                  aria-pressed={only.value === color}
                  aria-label={t(colorNames[color])}
                  title={t(colorNames[color])}
                  onClick={() => (only.value = only.value === color ? null : color)}
                />
              ))}
          </div>
        )}
        <IconButton icon="copy" label={t('highlightsCopy')} onClick={highlighting.copyAll} />
      </div>
      <ol class="highlight-list">
        {present.value.filter(isChosen).map((highlight) => (
          <Item key={highlight.id} {...props} highlight={highlight} />
        ))}
      </ol>
      {missing.length === 0 ? null : (
        <>
          <h3>{t('highlightsAbsent')}</h3>
          <ul class="highlight-list">
            {missing.map((highlight) => (
              <Item key={highlight.id} {...props} highlight={highlight} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Item(props: HighlightRailProps & { readonly highlight: Highlight }) {
  const { t } = useTranslation();
  const { highlighting, highlight, blocks, labels, onChoose } = props;
  const { id, color, note, tags, place, anchor, state } = highlight;
  const isActive = highlighting.active.value === id;
  const now = place === null || anchor.picture !== undefined ? null : anchorOf(blocks, place);
  const quote = now?.quote ?? anchor.quote;
  return (
    <li class="highlight-item" data-color={color} data-state={state}>
      <button
        type="button"
        class="highlight-words"
        dir="auto"
        aria-current={isActive ? 'true' : undefined}
        onClick={() => onChoose(highlight)}
      >
        <span class="visually-hidden" dir="auto">
          {t(colorNames[color])}:{' '}
        </span>
        {quote === '' ? t('highlightPicture') : quote}
      </button>
      {note.trim() === '' ? null : <NoteText note={note} />}
      {tags.length === 0 ? null : (
        <p class="highlight-tags">{tags.map((tag) => `#${labels.get(tag) ?? tag}`).join(' ')}</p>
      )}
      {state === 'sure' ? null : <Trouble {...props} />}
      {isActive ? (
        <div class="highlight-actions">
          <IconButton
            icon="note"
            label={t('highlightNote')}
            onClick={() => (highlighting.writing.value = { id, first: 'note' })}
          />
          <IconButton icon="trash" label={t('highlightRemove')} onClick={() => highlighting.remove(id)} />
        </div>
      ) : null}
    </li>
  );
}

/** What the user should look at, and what can be done about it. */
function Trouble({
  highlighting,
  highlight,
  onShowVersion,
}: HighlightRailProps & { readonly highlight: Highlight }) {
  const { t } = useTranslation();
  const { id, anchoredIn, state, anchor } = highlight;
  const put = (
    <Button kind="quiet" onClick={() => highlighting.put(id)}>
      {t('highlightPutHere')}
    </Button>
  );
  if (state === 'moved')
    return (
      <div class="highlight-trouble">
        <p>{t('highlightMoved')}</p>
        <details>
          <summary>{t('highlightBefore')}</summary>
          <p dir="auto">{anchor.quote}</p>
        </details>
        <Button kind="quiet" icon="check" onClick={() => highlighting.confirm(id)}>
          {t('highlightConfirm')}
        </Button>
        {put}
      </div>
    );
  return (
    <div class="highlight-trouble">
      {anchoredIn === null ? null : (
        <Button kind="quiet" icon="restore" onClick={() => onShowVersion(anchoredIn)}>
          {t('highlightShowVersion')}
        </Button>
      )}
      {put}
    </div>
  );
}
