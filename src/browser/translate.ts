import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

export type MessageKey = keyof typeof messages;

/** The sentence in the browser's language; substitutions fill `$1`, `$2` … in order. */
export function translate(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** BCP 47 tag of the language that the messages are in, for `lang` and for Intl formats. */
export function uiLanguage(): string {
  return translate('languageTag');
}
