import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';
import type { Enhancement } from '../article/enhancement.ts';
import { type AwayImage, showKept } from '../article/images.ts';
import type { KeptImage } from '../state/reader.ts';
import { type BuiltArticle, builtArticle } from '../article/built-article.ts';
import { enhanceArticle } from '../article/enhance-article.ts';
import type { ArticleEditing } from '../state/article-editing.ts';
import { showRemovers } from '../article/removers.ts';
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
  /** The files of its pictures that are kept. */
  readonly images: readonly KeptImage[];
  /** What the user may change, and whether blocks have buttons that remove them. */
  readonly editing: Pick<ArticleEditing, 'removeBlock' | 'setLanguage'>;
  readonly isTidying: boolean;
  readonly copy: (text: string) => Promise<void>;
  readonly announce: (text: string) => void;
  readonly onHeadings: (headings: readonly Heading[]) => void;
  /** The article stands in the page, in place of the one before. */
  readonly onBuilt: (article: BuiltArticle) => void;
  /** Share of the article above the window's top, 0 to 1, and the block there. */
  readonly onRead: (share: number, block: number) => void;
}

export function ArticleView(props: ArticleViewProps) {
  const {
    html,
    sanitize,
    language,
    block,
    resumeAt,
    images,
    editing,
    isTidying,
    copy,
    announce,
    onHeadings,
    onBuilt,
    onRead,
  } = props;
  const translation = useTranslation();
  const enhancement = { translation, language, copy, announce, setLanguage: editing.setLanguage };
  const place = useRef<HTMLDivElement>(null);
  const shownBefore = useRef(false);
  const away = useRef<readonly AwayImage[]>([]);
  useLayoutEffect(() => {
    const root = place.current;
    if (root === null) return undefined;
    const article = sanitize(html);
    const top = scrollY;
    away.current = enhanceArticle(article, enhancement);
    root.replaceChildren(article);
    onHeadings(headingsOf(root));
    const { dressed, ...built } = builtArticle(root);
    const extras = loadExtras(root, dressed);
    onBuilt(built);
    // An article that was edited stays where it is.
    if (shownBefore.current) scrollTo({ top, behavior: 'instant' });
    else if (block !== null) showBlock(root, block);
    else if (resumeAt !== null) scrollToBlock(root, resumeAt);
    shownBefore.current = true;
    const stop = watchReading(root, onRead);
    return () => {
      stop();
      extras();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a change of tags leaves the user where they are
  }, [html]);
  useKeptImages(away, html, images, enhancement);
  useRemovers(place, { html, isTidying, enhancement, remove: editing.removeBlock });
  return <div ref={place} class="article" lang={language ?? undefined} dir="auto" />;
}

function useRemovers(
  root: { readonly current: HTMLElement | null },
  {
    html,
    isTidying,
    enhancement,
    remove,
  }: {
    readonly html: string;
    readonly isTidying: boolean;
    readonly enhancement: Enhancement;
    readonly remove: (block: number) => void;
  },
): void {
  const focused = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (root.current === null || !isTidying) return undefined;
    const end = showRemovers(
      root.current,
      enhancement,
      (block, place) => {
        focused.current = place;
        remove(block);
      },
      focused.current,
    );
    focused.current = null;
    return end;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- an article built anew needs new buttons, nothing else does
  }, [html, isTidying]);
}

/** Shows pictures as their files come in; the addresses that stand for the files go with the page. */
function useKeptImages(
  away: { current: readonly AwayImage[] },
  html: string,
  images: readonly KeptImage[],
  enhancement: Enhancement,
): void {
  const addresses = useRef(new Map<string, string>());
  useLayoutEffect(() => {
    const files = new Map(images.map(({ image, file }) => [image.url, file]));
    const addressOf = (url: string) => {
      const known = addresses.current.get(url);
      const file = files.get(url) ?? null;
      if (known !== undefined || file === null) return known ?? null;
      const address = URL.createObjectURL(file);
      addresses.current.set(url, address);
      return address;
    };
    away.current = showKept(away.current, addressOf, enhancement);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the enhancement is the page's own, once and for all
  }, [html, images]);
  useLayoutEffect(() => {
    const made = addresses.current;
    return () => {
      for (const address of made.values()) URL.revokeObjectURL(address);
    };
  }, []);
}

/** Colours and formulas, loaded only by articles that have code or formulas. Without them the article reads as well. */
function loadExtras(root: HTMLElement, dressed: (elements: readonly Element[]) => void): () => void {
  let stop = () => {};
  let gone = false;
  const colour = async () => {
    const { highlightOnSight } = await import('../article/highlight.ts');
    if (!gone) stop = highlightOnSight(root, dressed);
  };
  const set = async () => {
    const { renderMath } = await import('../article/math.ts');
    if (!gone) dressed(renderMath(root));
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
