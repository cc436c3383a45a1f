import { type Signal, useSignal } from '@preact/signals';
import type { ComponentProps } from 'preact';
import { useEffect } from 'preact/hooks';
import { listenForKeys } from '../../../ui/keys.ts';
import { Notice } from '../../../ui/notice.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useIdleLoading, usePart } from '../../../ui/use-part.ts';
import type { BuiltArticle } from '../article/built-article.ts';
import { keysFor } from '../state/keys.ts';
import type { ShownClip } from '../state/reader.ts';
import { ArticleView } from './article-view.tsx';
import { ClipNote } from './clip-note.tsx';
import { ClipHeader } from './clip-header.tsx';
import { type Heading, Outline } from './outline.tsx';
import { ReaderBar } from './reader-bar.tsx';
import type { ClipWork } from '../state/work.ts';
import type { ShownProps } from './page-props.ts';

export function Shown(props: ShownProps) {
  const { reader, block, copy, announcer, now, actions, work, neighbours, view } = props;
  const { clip, body } = view.shown;
  const headings = useSignal<readonly Heading[]>([]);
  const read = useSignal(0);
  const built = useSignal<BuiltArticle | null>(null);
  const onRead = useReading(props, read);
  useEffect(() => {
    document.title = clip.title;
  }, [clip.title]);
  useEffect(
    () =>
      listenForKeys((keys) =>
        actions.dialog.peek() === null ? keysFor(actions, work, neighbours)[keys] : undefined,
      ),
    [actions, work, neighbours],
  );
  return (
    <>
      <ReaderBar clip={clip} neighbours={neighbours.value} read={read.value} actions={actions} work={work} />
      <article>
        <ClipHeader
          shown={view.shown}
          images={reader.images.value}
          onStoreImages={actions.storeImages}
          onLeftOut={actions.showLeftOut}
          onMeasure={work.reextract}
          now={now()}
        />
        {clip.note.trim() === '' ? null : <ClipNote note={clip.note} />}
        <EditNotice shown={view.shown} onRestore={actions.restoreOriginal} />
        <StateNotice shown={view.shown} onRestore={reader.restore} work={work} />
        {body.html === '' ? null : (
          <ArticleView
            html={body.html}
            sanitize={view.sanitize}
            language={clip.language}
            block={block}
            images={reader.images.value}
            resumeAt={clip.reading?.block ?? null}
            editing={actions}
            isTidying={actions.isTidying.value}
            copy={copy}
            announce={announcer.say}
            onHeadings={(found) => (headings.value = found)}
            onBuilt={(article) => (built.value = article)}
            onRead={onRead}
          />
        )}
      </article>
      {built.value === null && body.html !== '' ? null : <LazyEnd {...props} />}
      {headings.value.length < 2 ? null : (
        <aside class="outline-side">
          <Outline headings={headings.value} onChoose={goTo} />
        </aside>
      )}
      {built.value === null ? null : <LazyHighlights {...props} built={built.value} />}
      <LazyDialogs {...props} headings={headings.value} />
    </>
  );
}

/** Keeps where the user is; at the end, which was not in sight before, marks the clip as read by choice. */
function useReading({ reading, typography, actions }: ShownProps, read: Signal<number>): OnRead {
  return (share, at) => {
    const comesToEnd = share > end && read.peek() <= end && read.peek() > 0;
    if (comesToEnd && typography.current.peek().endMarksRead) actions.reachEnd();
    read.value = Math.round(share * 200) / 200;
    reading.at(share, at);
  };
}

type OnRead = ComponentProps<typeof ArticleView>['onRead'];

/** Share of an article from which on it is at its end. */
const end = 0.98;

/** What follows the article is loaded after it. */
function LazyEnd({ view, actions, neighbours, world, now }: ShownProps) {
  const load = async () => (await import('./article-end.tsx')).ArticleEnd;
  const part = usePart(true, load, world.reportBug);
  const End = part.value;
  if (End === null) return null;
  return (
    <End
      shown={view.shown}
      actions={actions}
      neighbours={neighbours.value}
      related={view.related}
      reportBug={world.reportBug}
      now={now()}
    />
  );
}

/** The highlights come after the article: they are loaded once it stands there. */
function LazyHighlights({ built, view, ...props }: ShownProps & { readonly built: BuiltArticle }) {
  const load = async () => (await import('./highlight-layer.tsx')).HighlightLayer;
  const part = usePart(true, load, props.world.reportBug);
  const Layer = part.value;
  if (Layer === null) return null;
  const { suggestTags, shown } = view;
  return <Layer {...props} built={built} body={shown.body} suggestTags={suggestTags} />;
}

/** Dialogs are loaded when the first one opens. */
function LazyDialogs(props: ShownProps & { readonly headings: readonly Heading[] }) {
  const load = async () => (await import('./reader-dialogs.tsx')).ReaderDialogs;
  useIdleLoading(load, props.world.reportBug);
  const wanted = props.actions.dialog.value !== null;
  const part = usePart(wanted, load, props.world.reportBug);
  const Dialogs = part.value;
  return Dialogs === null || !wanted ? null : <Dialogs {...props} goTo={goTo} />;
}

function goTo({ element }: Heading): void {
  element.tabIndex = -1;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}

function EditNotice({ shown, onRestore }: { readonly shown: ShownClip; readonly onRestore: () => void }) {
  const translation = useTranslation();
  const count = shown.edits?.edits.length ?? 0;
  if (count === 0) return null;
  const restore = { label: translation.t('originalRestore'), run: onRestore };
  return <Notice tone="info" text={countText(translation, 'articleEdited', count)} action={restore} />;
}

function StateNotice({
  shown,
  onRestore,
  work,
}: {
  readonly shown: ShownClip;
  readonly onRestore: () => void;
  readonly work: ClipWork;
}) {
  const { t } = useTranslation();
  if (shown.clip.trashedAt !== null) {
    const restore = { label: t('clipRestore'), run: onRestore };
    return <Notice tone="info" text={t('readerInTrash')} action={restore} />;
  }
  if (shown.body.html !== '') return null;
  if (work.fetching.value) return <Notice tone="info" text={t('articleFetching')} />;
  const get = { label: t('getArticles'), run: work.getArticle };
  return <Notice tone="info" text={t('readerLinkOnly')} action={get} />;
}
