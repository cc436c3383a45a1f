import { parseCsv } from '../text/csv.ts';
import { fieldKey } from './fields/field-names.ts';

/**
 * Whether a text is one of those that browsers and password managers export beside bookmarks: passwords, cards, and pages
 * that were visited. They hold addresses, and nobody saved them: none becomes a clip.
 */
export function isPrivateExport(start: string): boolean {
  return /^[{[]/.test(start) ? isHistory(start.slice(0, 4_000)) : hasPasswords(start.slice(0, 20_000));
}

function isHistory(json: string): boolean {
  return /"data_type"\s*:\s*"(?:history|payment_cards)"|^\{\s*"Browser History"\s*:/.test(json);
}

function hasPasswords(text: string): boolean {
  const [header] = parseCsv(text);
  return (
    header !== undefined &&
    header.fields.length > 2 &&
    header.fields.some((name) =>
      /(?:^| )(?:password|passwd|pwd)$|^密码$|^密碼$|^card number$/.test(fieldKey(name)),
    )
  );
}
