import type { Clip } from '../core/clip/clip.ts';
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.ts';

export interface GoOnProps {
  readonly clip: Clip;
  readonly href: string;
  /** Opens it, where the link itself should not. */
  readonly onOpen?: () => void;
}

/** One line: the article that was begun last, and how far it was read. */
export function GoOn({ clip, href, onOpen }: GoOnProps) {
  const { t, language } = useTranslation();
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(clip.reading?.share ?? 0);
  return (
    <a
      class="go-on"
      href={href}
      onClick={(event) => {
        if (onOpen === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <Icon name="bookmark" />
      <span class="go-on-label">{t('goOnReading')}</span>
      <span class="go-on-title" dir="auto">
        {clip.title}
      </span>
      <span class="go-on-share">{share}</span>
    </a>
  );
}
