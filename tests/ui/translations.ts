import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';
import type { Translation } from '../../src/ui/translation.ts';

/** The messages as the browser would give them, without a browser extension around. */
function translationOf(messages: typeof en): Translation {
  return {
    language: messages.languageTag.message,
    t: (key, ...substitutions) =>
      messages[key].message.replaceAll(/\$(\d)/g, (_match, place: string) =>
        String(substitutions[Number(place) - 1] ?? ''),
      ),
  };
}

export const english = translationOf(en);
export const chinese = translationOf(zh);
