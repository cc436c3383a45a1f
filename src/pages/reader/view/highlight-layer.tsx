import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClipBody } from '../../../core/clip/clip.ts';
import type { Highlight } from '../../../core/highlight/highlight.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { listenForKeys } from '../../../ui/keys.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { BuiltArticle } from '../article/built-article.ts';
import { type HighlightPainter, createPainter } from '../article/paint-highlights.ts';
import { showPlace } from '../article/place.ts';
import { watchSelection } from '../article/watch-selection.ts';
import { highlightKeys } from '../state/highlight-keys.ts';
import { type Highlighting, createHighlighting } from '../state/highlights.ts';
import { HighlightBar } from './highlight-bar.tsx';
import { HighlightNote } from './highlight-note.tsx';
import { HighlightRail } from './highlight-rail.tsx';
import type { ReaderPageProps } from './page-props.ts';
import type { TagsFieldProps } from './tags-field.tsx';

export interface HighlightLayerProps extends Pick<
  ReaderPageProps,
  'reader' | 'actions' | 'work' | 'announcer' | 'world'
> {
  readonly built: BuiltArticle;
  readonly body: ClipBody;
  readonly suggestTags: TagsFieldProps['suggestTags'];
}

type Painter = { readonly current: HighlightPainter | null };

/** The highlights of the article: painted, made from what is selected, listed beside it. Loaded after the article. */
export function HighlightLayer(props: HighlightLayerProps) {
  const { reader, actions, work, world, announcer, built, body } = props;
  const { t } = useTranslation();
  const [highlighting] = useState(() =>
    createHighlighting({
      ...world,
      storage: localStorage,
      say: announcer.say,
      newId: () => crypto.randomUUID(),
      unselect: () => getSelection()?.removeAllRanges(),
    }),
  );
  const rows = reader.highlights.value;
  const painter = usePainter(built, body, highlighting, rows);
  // Where in the window what the bar is for stands.
  const bar = useSignal<DOMRect | null>(null);
  const closeBar = () => {
    bar.value = null;
  };
  useSelection(props, highlighting, painter, bar);
  useKeys(actions, highlighting, painter, closeBar);
  const rail = (
    <HighlightRail
      highlighting={highlighting}
      blocks={body.blocks}
      labels={reader.tagLabels.value}
      onChoose={(highlight) => {
        actions.dialog.value = null;
        highlighting.active.value = highlight.id;
        setTimeout(() => goTo(painter, highlight));
      }}
      onShowVersion={work.versions.showOf}
    />
  );
  return (
    <>
      {bar.value === null ? null : (
        <HighlightBar highlighting={highlighting} box={bar.value} onClose={closeBar} />
      )}
      {rows.length === 0 ? null : <aside class="highlight-side">{rail}</aside>}
      {actions.dialog.value === 'highlights' ? (
        <Dialog
          title={t('highlightsTitle')}
          kind="highlights-dialog"
          onClose={() => (actions.dialog.value = null)}
        >
          {rail}
        </Dialog>
      ) : null}
      <Writing {...props} highlighting={highlighting} />
    </>
  );
}

function Writing({
  reader,
  world,
  suggestTags,
  highlighting,
}: HighlightLayerProps & { readonly highlighting: Highlighting }) {
  const { change, endWriting, writing } = highlighting;
  const highlight = reader.highlights.value.find(({ id }) => id === writing.value?.id);
  if (highlight === undefined) return null;
  const { id } = highlight;
  return (
    <HighlightNote
      key={id}
      highlight={highlight}
      labels={reader.tagLabels.value}
      first={writing.peek()?.first ?? 'note'}
      storage={localStorage}
      suggestTags={suggestTags}
      reportBug={world.reportBug}
      save={(changes) => change(id, changes)}
      onClose={endWriting}
    />
  );
}

function goTo({ current }: Painter, highlight: Highlight): void {
  const place = current?.placeOf(highlight) ?? null;
  if (place !== null) showPlace(place);
}

function usePainter(
  built: BuiltArticle,
  { blocks }: ClipBody,
  { active }: Highlighting,
  rows: readonly Highlight[],
): Painter {
  const painter = useRef<HighlightPainter | null>(null);
  const id = active.value;
  useLayoutEffect(() => {
    const made = createPainter(built.root, blocks);
    painter.current = made;
    built.whenDressed(made.dressed);
    return () => {
      made.stop();
      painter.current = null;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the blocks come with the article that was built of them
  }, [built]);
  useLayoutEffect(() => {
    painter.current?.paint(rows, id);
  }, [built, rows, id]);
  return painter;
}

function useSelection(
  { built, body }: HighlightLayerProps,
  { selected, active }: Highlighting,
  painter: Painter,
  bar: Signal<DOMRect | null>,
): void {
  useEffect(
    () =>
      watchSelection(built.root, body.blocks, {
        onSelection(found) {
          selected.value = found?.passage ?? null;
          bar.value = found?.box ?? null;
        },
        onPress(node, offset, box) {
          const [highlight] = painter.current?.at(node, offset) ?? [];
          active.value = highlight?.id ?? null;
          bar.value = highlight === undefined ? null : box;
        },
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- signals and the painter are the layer's own, once and for all
    [built],
  );
}

function useKeys(
  { dialog }: ReaderPageProps['actions'],
  highlighting: Highlighting,
  painter: Painter,
  closeBar: () => void,
): void {
  useEffect(
    () =>
      listenForKeys((keys) => {
        if (dialog.peek() !== null || highlighting.writing.peek() !== null) return undefined;
        const show = (highlight: Highlight | null) => {
          if (highlight !== null) goTo(painter, highlight);
        };
        return highlightKeys(highlighting, { goTo: show, closeBar })[keys];
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what keys do is the layer's own, once and for all
    [],
  );
}
