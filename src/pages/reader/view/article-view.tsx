import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';
import { dressArticle } from '../article/dress-article.ts';
import { showBlock } from '../article/place.ts';
import { blockAtTop, scrollToBlock } from '../article/reading-place.ts';
import { type Heading, headingsOf } from './outline.tsx';

export interface ArticleViewProps {
  /** Article HTML as stored: hostile until `sanitize` has made a fragment of it. */
  readonly html: string;
  readonly sanitize: (html: string) => DocumentFragment;
  readonly language: string | null;
  /** Index of the block to show first, and mark. */
  readonly block: number | null;
  /** Index of the block where reading stopped, which `block` goes before. */
  readonly resumeAt: number | null;
  readonly copy: (text: string) => Promise<void>;
  readonly announce: (text: string) => void;
  readonly onHeadings: (headings: readonly Heading[]) => void;
  /** Share of the article above the window's top, 0 to 1, and the block there. */
  readonly onRead: (share: number, block: number) => void;
}

export function ArticleView(props: ArticleViewProps) {
  const { html, sanitize, language, block, resumeAt, copy, announce, onHeadings, onRead } = props;
  const translation = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = place.current;
    if (root === null) return undefined;
    const article = sanitize(html);
    dressArticle(article, { translation, copy, announce });
    root.replaceChildren(article);
    onHeadings(headingsOf(root));
    const extras = loadExtras(root);
    if (block !== null) showBlock(root, block);
    else if (resumeAt !== null) scrollToBlock(root, resumeAt);
    const stop = watchReading(root, onRead);
    return () => {
      stop();
      extras();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a change of tags leaves the reader where they are
  }, [html]);
  return <div ref={place} class="article" lang={language ?? undefined} dir="auto" />;
}

/** Colours and formulas, loaded only by articles that have code or formulas. Without them the article reads as well. */
function loadExtras(root: HTMLElement): () => void {
  let stop = () => {};
  let gone = false;
  const colour = async () => {
    const { highlightOnSight } = await import('../article/highlight.ts');
    if (!gone) stop = highlightOnSight(root);
  };
  const set = async () => {
    const { renderMath } = await import('../article/math.ts');
    if (!gone) renderMath(root);
  };
  if (root.querySelector('pre code[class]') !== null) colour().catch(() => undefined);
  if (root.querySelector('[data-math]') !== null) set().catch(() => undefined);
  return () => {
    gone = true;
    stop();
  };
}

function watchReading(root: HTMLElement, onRead: ArticleViewProps['onRead']): () => void {
  let waiting = false;
  const look = () => {
    waiting = false;
    const { top, height } = root.getBoundingClientRect();
    const scrollable = height - innerHeight;
    const share = scrollable <= 0 ? 1 : Math.min(1, Math.max(0, -top / scrollable));
    onRead(share, blockAtTop(root));
  };
  const onScroll = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  };
  look();
  addEventListener('scroll', onScroll, { passive: true });
  return () => removeEventListener('scroll', onScroll);
}
