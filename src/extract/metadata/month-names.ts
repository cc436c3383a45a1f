/** Months by their names, lower case and without a final dot; 0 where a name is one month here and another there. */
type Months = Map<string, number>;

const styles: readonly Intl.DateTimeFormatOptions[] = [
  // With a day the name is bent: июль, but 4 июля.
  { day: 'numeric', month: 'long' },
  { month: 'long' },
  { day: 'numeric', month: 'short' },
];

let ofAll: Months | null = null;
const ofOne = new Map<string, Months>();

/**
 * The month (1 to 12) that a word is the name of: in the page's language, else in any that `Intl` knows. null for
 * another word, and for one that names different months in different languages (listopad).
 */
export function monthNamed(word: string, language: string | null): number | null {
  const name = normalized(word);
  const primary = language?.split('-', 1)[0]?.toLowerCase() ?? '';
  return (primary === '' ? undefined : monthsOf(primary).get(name)) ?? allMonths().get(name) ?? null;
}

function monthsOf(language: string): Months {
  const known = ofOne.get(language);
  if (known !== undefined) return known;
  const months: Months = new Map();
  addMonths(months, supported([language]));
  ofOne.set(language, months);
  return months;
}

/** Made at first need: some 140 languages take a tenth of a second. */
function allMonths(): Months {
  if (ofAll !== null) return ofAll;
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  ofAll = new Map();
  addMonths(ofAll, supported(letters.flatMap((first) => letters.map((second) => first + second))));
  return ofAll;
}

function supported(languages: readonly string[]): readonly string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([...languages]);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function addMonths(months: Months, languages: readonly string[]): void {
  for (const language of languages) {
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(language, { ...style, calendar: 'gregory', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
        const name = normalized(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (name.length < 2 || /\d/.test(name)) continue;
        months.set(name, (months.get(name) ?? month) === month ? month : 0);
      }
    }
  }
}

function normalized(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\.$/, '');
}
