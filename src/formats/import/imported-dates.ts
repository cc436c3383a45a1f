const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/**
 * Epoch ms of what a file says, or null: seconds, milliseconds or microseconds since 1970 (bookmark files have all
 * three), or a date as ISO 8601 or `2024-03-01 08:00:00+00:00`.
 */
export function importedTime(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value).trim();
  const time = /^\d+(\.\d+)?$/.test(text) ? fromNumber(Number(text)) : fromDate(text);
  return time >= earliest && time < latest ? Math.trunc(time) : null;
}

/** The date as ISO 8601 with the zone and the precision that the file has, or null. */
export function importedDate(value: string | number | null | undefined): string | null {
  const time = importedTime(value);
  if (time === null) return null;
  const text = isoForm(String(value).trim());
  return isoDate.test(text) ? text : new Date(time).toISOString();
}

const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

function isoForm(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:)/, '$1T$2').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

function fromNumber(value: number): number {
  if (value < 1e11) return value * 1_000;
  return value < 1e14 ? value : value / 1_000;
}

function fromDate(text: string): number {
  return /\d{4}/.test(text) ? Date.parse(isoForm(text.slice(0, 60))) : Number.NaN;
}
