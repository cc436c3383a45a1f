import { table } from '../statistics.ts';

/** A clip as its truth sees it, beside what it says of itself. */
export interface Assessed {
  readonly id: string;
  /** Whether the clip says "Complete". */
  readonly complete: boolean;
  /** Share (0 to 1) of the truth's words that came through. */
  readonly kept: number;
  /** Code blocks of which not even the words came through. */
  readonly codeMissing: number;
  /** The longest of the lines that did not come through. */
  readonly lost: readonly string[];
}

/** A clip may say "Complete" from here on, and must not say otherwise from there on. */
const share = { complete: 0.97, whole: 0.995 } as const;

export function isFalseComplete({ complete, kept, codeMissing }: Assessed): boolean {
  return complete && (kept < share.complete || codeMissing > 0);
}

export function isFalseAlarm({ complete, kept, codeMissing }: Assessed): boolean {
  return !complete && kept >= share.whole && codeMissing === 0;
}

/** The table of honesty: one row a corpus. */
export function honestyTable(corpora: ReadonlyMap<string, readonly Assessed[]>): string {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '–' : ((100 * part) / whole).toFixed(2);
  const rows = [...corpora].map(([name, pages]) => {
    const falseComplete = pages.filter(isFalseComplete).length;
    const falseAlarms = pages.filter(isFalseAlarm).length;
    return [
      name,
      String(pages.length),
      String(pages.filter(({ complete }) => complete).length),
      `${falseComplete} (${percent(falseComplete, pages.length)} %)`,
      `${falseAlarms} (${percent(falseAlarms, pages.length)} %)`,
    ];
  });
  return table(['corpus', 'pages', 'say Complete', 'false Complete', 'false alarms'], rows);
}
