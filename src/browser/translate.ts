import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

type EnglishKey = keyof typeof messages;

/** Messages that depend on a number: one for each plural category of the language, `…_one`, `…_few` … `…_other`. */
export type CountKey = {
  [Key in EnglishKey]: Key extends `${infer Base}_other` ? Base : never;
}[EnglishKey];

/** English has not all categories of plural that other languages have. */
export type MessageKey = EnglishKey | `${CountKey}_${Intl.LDMLPluralRule}`;

/**
 * The sentence in the browser's language; substitutions fill `$1`, `$2` … in order. What a language lacks is English; what
 * English lacks, too, is empty.
 */
export function translate(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** BCP 47 tag of the language that the messages are in, for `lang` and for Intl formats. */
export function uiLanguage(): string {
  return translate('languageTag');
}
