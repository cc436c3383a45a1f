import { type Translation, countText } from './translation.ts';

/** What a length is of: its language, where that is known, and some of its text. */
interface Measured {
  /** BCP 47 */
  readonly language: string | null;
  readonly text: string;
}

const writtenInCharacters = /^(?:zh|ja|ko|yue)(?:-|$)/i;
const characters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** "685 words", and of what is written without spaces between words "685 characters". `length` is of both together. */
export function lengthText(translation: Translation, length: number, { language, text }: Measured): string {
  const isCharacters =
    language === null
      ? (text.match(characters)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0)
      : writtenInCharacters.test(language);
  return countText(translation, isCharacters ? 'characters' : 'words', length);
}
