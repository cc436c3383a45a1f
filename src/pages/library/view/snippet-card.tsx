import type { Snippet } from '../../../search/lists/snippets.ts';
import { IconButton } from '../../../ui/button.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { readerAddress } from '../state/reader-address.ts';

/** Lines shown of a long block; all of it is copied. */
const shownLines = 14;

export function SnippetCard({ snippet }: { readonly snippet: Snippet }) {
  const translation = useTranslation();
  const { t } = translation;
  const library = useLibrary();
  const { clip, code, language, guessed, fileName, heading } = snippet;
  const { text, offset, hidden } = excerpt(snippet);
  const name = language === null ? t('codeLabelPlain') : guessed ? t('codeGuessed', language) : language;
  return (
    <article class="snippet">
      <header>
        <a class="snippet-place" data-row-link href={readerAddress(library, clip, snippet.block)}>
          <span class="snippet-heading" dir="auto">
            {heading ?? clip.title}
          </span>
          <span class="snippet-clip" dir="auto">
            {heading === null ? clip.site : `${clip.title} · ${clip.site}`}
          </span>
        </a>
        <span class="snippet-language">{fileName === null ? name : `${fileName} · ${name}`}</span>
        <IconButton icon="copy" label={t('copyCode')} onClick={() => library.copyText(code)} />
      </header>
      <pre>
        <code>
          <MarkedText
            text={text}
            ranges={snippet.ranges.map(([start, end]) => [start - offset, end - offset])}
          />
        </code>
      </pre>
      {hidden === 0 ? null : (
        <a class="snippet-more" href={readerAddress(library, clip, snippet.block)}>
          {countText(translation, 'snippetMore', hidden)}
        </a>
      )}
    </article>
  );
}

/** The lines around the first match, or the first ones. */
function excerpt({ code, ranges }: Snippet): { text: string; offset: number; hidden: number } {
  const lines = code.split('\n');
  if (lines.length <= shownLines + 2) return { text: code, offset: 0, hidden: 0 };
  const match = Math.min(...ranges.map(([start]) => start), Number.POSITIVE_INFINITY);
  const line = Number.isFinite(match) ? code.slice(0, match).split('\n').length - 1 : 0;
  const first = Math.max(0, Math.min(line - 4, lines.length - shownLines));
  return {
    text: lines.slice(first, first + shownLines).join('\n'),
    offset: lines.slice(0, first).join('\n').length + (first === 0 ? 0 : 1),
    hidden: lines.length - shownLines,
  };
}
