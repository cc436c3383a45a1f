import type { ComponentChildren } from 'preact';
import type { Clip } from '../core/clip/clip.ts';
import { Icon } from './icon.tsx';
import { MarkedText, type TextRange } from './marked-text.tsx';
import { RelativeDate } from './relative-date.tsx';
import { countText, useTranslation } from './translation.ts';
import { SiteLetter } from './site-letter.tsx';

export interface ClipRowProps {
  readonly clip: Clip;
  /** Labels of the clip's tags. */
  readonly tags: readonly string[];
  readonly href: string;
  /** Epoch ms, for "2 days ago". */
  readonly now: number;
  readonly titleRanges?: readonly TextRange[];
  /** The line that matched. */
  readonly excerpt?: RowExcerpt | undefined;
  readonly onOpen: () => void;
  /** What else can be done with it, as icon buttons. */
  readonly children?: ComponentChildren;
}

export interface RowExcerpt {
  readonly kind: 'prose' | 'heading' | 'code' | 'math';
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** A clip in a list: title with its matches, site, date, tags and excerpt. `children` stand at its end. */
export function ClipRow({
  clip,
  tags,
  href,
  now,
  titleRanges = [],
  excerpt,
  onOpen,
  children,
}: ClipRowProps) {
  const translation = useTranslation();
  return (
    <li class="clip-row" data-clip={clip.id} data-read={clip.readAt !== null}>
      <a
        class="clip-link"
        href={href}
        target="_blank"
        rel="noreferrer"
        onClick={(event) => {
          // With a modifier the browser knows better where it should open.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        <SiteLetter site={clip.site} />
        <span class="clip-text">
          <span class="clip-title" dir="auto" lang={clip.language ?? undefined}>
            <MarkedText text={clip.title} ranges={titleRanges} />
          </span>
          {excerpt === undefined ? null : (
            <span
              class="clip-excerpt"
              data-kind={excerpt.kind}
              lang={clip.language ?? undefined}
              dir={excerpt.kind === 'code' ? 'ltr' : 'auto'}
            >
              <MarkedText text={excerpt.text} ranges={excerpt.ranges} />
            </span>
          )}
          <span class="clip-meta">
            {clip.starred ? <Icon name="star" /> : null}
            <span class="clip-site">{clip.site}</span>
            <RelativeDate time={clip.savedAt} now={now} />
            {clip.highlights === undefined ? null : (
              <span>{countText(translation, 'highlightCount', clip.highlights)}</span>
            )}
            {tags.length === 0 ? null : (
              <span class="clip-tags">{tags.map((tag) => `#${tag}`).join(' ')}</span>
            )}
          </span>
        </span>
      </a>
      {children === undefined ? null : <div class="clip-row-actions">{children}</div>}
    </li>
  );
}
