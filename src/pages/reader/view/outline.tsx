import { useEffect, useState } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';

export interface Heading {
  readonly element: HTMLElement;
  readonly text: string;
  readonly level: number;
}

export function headingsOf(article: ParentNode): Heading[] {
  return [...article.querySelectorAll<HTMLElement>('h1, h2, h3, h4')]
    .filter((element) => element.closest('aside, blockquote, [data-tab]') === null)
    .map((element) => ({
      element,
      text: element.textContent.trim(),
      level: Number(element.tagName.slice(1)),
    }))
    .filter(({ text }) => text !== '');
}

/** The article's headings, the one being read marked. */
export function Outline({
  headings,
  onChoose,
}: {
  readonly headings: readonly Heading[];
  readonly onChoose: (heading: Heading) => void;
}) {
  const { t } = useTranslation();
  const current = useCurrentHeading(headings);
  const top = headings.reduce((least, { level }) => Math.min(least, level), Infinity);
  return (
    <nav class="outline" aria-label={t('outlineTitle')}>
      <ul>
        {headings.map((heading, index) => (
          // Two headings may have the same text.
          // oxlint-disable-next-line react/no-array-index-key -- the order of an article's headings is fixed
          <li key={index} data-depth={Math.min(heading.level - top, 3)}>
            <button
              type="button"
              dir="auto"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onChoose(heading)}
            >
              {heading.text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Under the bar, and a little room. */
const readingLine = 96;

/**
 * Where the heading of what is being read stands: under the bar, and on the last window's height lower and lower, since
 * the last headings never come up to the bar.
 */
function lineNow(): number {
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  const nearEnd = Math.max(0, 1 - left / innerHeight);
  return readingLine + (innerHeight - readingLine) * nearEnd;
}

function useCurrentHeading(headings: readonly Heading[]): number {
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    const look = () => {
      const passed = headings.findLastIndex(({ element }) => element.getBoundingClientRect().top < lineNow());
      setCurrent(Math.max(0, passed));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [headings]);
  return current;
}
