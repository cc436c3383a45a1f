import { type Translation, countText } from './translation.ts';

/** What a length is of: its language, where that is known, and some of its text. */
interface Measured {
  /** BCP 47 */
  readonly language: string | null;
  readonly text: string;
}

/** Han, kana and Hangul, as the length counts them. */
const characters = /[\u3040-\u9fff\uac00-\ud7af]/g;

/** "685 words", and of what is written without spaces between words "685 chars". `length` is of both together. */
export function lengthText(translation: Translation, length: number, { language, text }: Measured): string {
  const isCharacters =
    language === null
      ? (text.match(characters)?.length ?? 0) * 3 > text.length
      : /^(?:zh|ja|ko)/i.test(language);
  return countText(translation, isCharacters ? 'characters' : 'words', length);
}
