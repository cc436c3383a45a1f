import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import type { Messages } from '../../build/locales.ts';
import type { Translation } from '../../src/ui/translation.ts';

/** The messages as the browser would give them, without a browser extension around: what is missing is English, or empty. */
export function translationOf(messages: Messages): Translation {
  return {
    language: messages['languageTag']?.message ?? 'en',
    t: (key, ...substitutions) => {
      const { message } = messages[key] ?? (en as Messages)[key] ?? { message: '' };
      return message.replaceAll(/\$(\d)/g, (_match, place: string) =>
        String(substitutions[Number(place) - 1] ?? ''),
      );
    },
  };
}

export const english = translationOf(en);
export const chinese = translationOf(zh);
