import { readFileSync, readdirSync } from 'node:fs';
import { inProject } from './paths.ts';

export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** The messages in one folder. */
export function messagesOf(locale: string): Messages {
  return JSON.parse(readFileSync(inProject('public/_locales', locale, 'messages.json'), 'utf8')) as Messages;
}

/** The BCP 47 tags of the languages that the extension speaks: `pt-BR`. Each has a folder in public/_locales. */
export const languages: readonly string[] = readdirSync(inProject('public/_locales'))
  .toSorted()
  .map((locale) => locale.replace('_', '-'));

/** The folder of a language, named as browsers want it: `pt_BR`. */
export function localeOf(language: string): string {
  return language.replace('-', '_');
}
