import { isoTime } from '../time.ts';
import type { Integrity } from '../clip/article.ts';
import type { RecordedFailure } from './recorded-failure.ts';

/** What is known of this installation. No address, no title and nothing that the user wrote. */
export interface ProblemFacts {
  readonly version: string;
  /** As the browser calls itself. */
  readonly browser: string;
  readonly language: string;
  readonly clips: number;
  readonly trashed: number;
  /** Bytes; null where the browser does not say. */
  readonly used: number | null;
  /** What the checker found, one line each; null where it did not run. */
  readonly problems: readonly string[] | null;
  readonly failures: readonly RecordedFailure[];
  /** How the last clip was extracted; null without one. */
  readonly lastClip: { readonly url: string; readonly integrity: Integrity } | null;
}

const mostProblems = 20;

/**
 * The text of a report, in Markdown and in English, since developers read it. The address of the last clip is in it only
 * where `withAddress` says so; the words that were left out never are.
 */
export function problemReport(facts: ProblemFacts, withAddress: boolean): string {
  const { version, browser, language, clips, trashed, used, problems, failures, lastClip } = facts;
  const lines = [
    'What happened:',
    '',
    'What I expected:',
    '',
    '---',
    `- Clipshelf ${version}, ${browser}, interface in ${language}`,
    `- clips: ${String(clips)}, in the trash: ${String(trashed)}${used === null ? '' : `, used: ${(used / 1e6).toFixed(1)} MB`}`,
    `- check of the library: ${problems === null ? 'not run' : problems.length === 0 ? 'sound' : `${String(problems.length)} problems`}`,
    ...(problems ?? []).slice(0, mostProblems).map((problem) => `  - ${problem}`),
    ...(lastClip === null ? [] : extraction(lastClip.integrity)),
    ...(lastClip === null || !withAddress ? [] : [`- address of the last clip: ${lastClip.url}`]),
    ...(failures.length === 0
      ? ['- no errors since the browser started']
      : ['- errors since the browser started:']),
    ...failures.map(({ at, text }) => `\n\`\`\`\n${isoTime(at)} ${text.replaceAll('```', "'''")}\n\`\`\``),
  ];
  return `${lines.join('\n')}\n`;
}

function extraction({
  extractorVersion,
  rules,
  found,
  kept,
  coverage,
  leftOut,
  notice,
}: Integrity): readonly string[] {
  const kinds = ['codeBlocks', 'images', 'tables', 'formulas'] as const;
  const pieces = kinds.map((kind) => `${kind} ${String(kept[kind])} of ${String(found[kind])}`).join(', ');
  return [
    `- last clip: extractor ${extractorVersion}, ${(coverage * 100).toFixed(1)} % of the text, ${pieces}${notice === undefined ? '' : `, notice: ${notice}`}`,
    `  - rules: ${rules.join(', ')}`,
    ...(leftOut ?? []).map(
      ({ reason, rule, words, isMissing }) =>
        `  - left out: ${String(words)} words, ${reason}, ${rule}${isMissing ? ', missing' : ''}`,
    ),
  ];
}
