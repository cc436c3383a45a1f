/** Languages that write the month as a word in the exports that we have seen. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'tr', 'sv', 'da'];

let numbers: ReadonlyMap<string, number> | null = null;

/** 1 to 12 for a month's name or its short form (`March`, `Mar`, `März`, `марта`), or null. */
export function monthNumber(name: string): number | null {
  numbers ??= namesByLanguage();
  return numbers.get(plain(name)) ?? null;
}

function namesByLanguage(): ReadonlyMap<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      // With the day, since some languages decline the name then.
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(language, {
          month,
          timeZone: 'UTC',
          ...(day === undefined ? {} : { day }),
        });
        for (let index = 0; index < 12; index += 1) {
          const parts = format.formatToParts(Date.UTC(2024, index, 1));
          const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (name.length >= 3 && !names.has(name)) names.set(name, index + 1);
        }
      }
    }
  }
  return names;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('.', '').normalize('NFC');
}
