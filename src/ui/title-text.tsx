import { Fragment } from 'preact';
import { titlePhrases } from './title-phrases.ts';

/** A title whose lines break between words, also in Chinese. */
export function TitleText({ title, language }: { readonly title: string; readonly language: string | null }) {
  const phrases = titlePhrases(title, language);
  if (phrases.length === 1) return title;
  return (
    <span class="phrases">
      {phrases.map((phrase, place) => (
        // They never change places.
        // oxlint-disable-next-line react/no-array-index-key -- a phrase is known by its place
        <Fragment key={place}>
          {place === 0 ? null : <wbr />}
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}
