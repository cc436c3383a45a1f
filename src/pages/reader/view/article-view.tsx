import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';
import { dressArticle } from '../article/dress-article.ts';
import { showBlock } from '../article/place.ts';

export interface ArticleViewProps {
  /** Article HTML as stored: hostile until `sanitize` has made a fragment of it. */
  readonly html: string;
  readonly sanitize: (html: string) => DocumentFragment;
  readonly language: string | null;
  /** Index of the block to show first. */
  readonly block: number | null;
  readonly copy: (text: string) => Promise<void>;
  readonly announce: (text: string) => void;
}

export function ArticleView({ html, sanitize, language, block, copy, announce }: ArticleViewProps) {
  const translation = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current === null) return;
    const article = sanitize(html);
    dressArticle(article, { translation, copy, announce });
    place.current.replaceChildren(article);
    if (block !== null) showBlock(place.current, block);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a change of tags leaves the reader where they are
  }, [html]);
  return <div ref={place} class="article" lang={language ?? undefined} dir="auto" />;
}
