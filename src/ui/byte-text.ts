const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "12.4 MB": a size with three significant digits in the largest unit (of 1,000) that gives a whole number. */
export function byteText(bytes: number, language: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  }).format(value);
}
