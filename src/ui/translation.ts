import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CountKey, MessageKey } from '../browser/translate.ts';

/** The words of the interface, handed to components by the page, so that they can be shown without an extension. */
export interface Translation {
  readonly t: (key: MessageKey, ...substitutions: (string | number)[]) => string;
  /** BCP 47 tag of the language that the messages are in. */
  readonly language: string;
}

export const TranslationContext = createContext<Translation | null>(null);

/** The language of the interface, from the context. Throws outside of it, which is a bug. */
export function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (translation === null) throw new Error('a component stands outside of TranslationContext');
  return translation;
}

/** "1 code block", "1,204 code blocks": the form that the language has for the number, or the one for all others. */
export function countText({ t, language }: Translation, key: CountKey, count: number): string {
  const category = new Intl.PluralRules(language).select(count);
  const number = new Intl.NumberFormat(language).format(count);
  return t(`${key}_${category}`, number) || t(`${key}_other`, number);
}
