import { cleanName } from './author-name.ts';
import { linesOf, shortTextOf } from './text-of.ts';

/**
 * Whoever is shown in a row beside the title: by a portrait whose alternative text is a name, and the same name in a line of
 * its own.
 */
export function portraitAuthor(rows: readonly Element[]): string | null {
  for (const row of rows) {
    const images = [...row.querySelectorAll('img[alt]')];
    if (images.length !== 1 || shortTextOf(row, 200) === null) continue;
    const alt = (images[0]?.getAttribute('alt') ?? '').trim();
    const line = linesOf(row).find((each) => each.length >= 2 && each.length <= 40 && isNameIn(each, alt));
    const name = line === undefined ? null : cleanName(line);
    if (name !== null) return name;
  }
  return null;
}

/** Whether an alternative text is a name, or says that it shows who has it. */
function isNameIn(name: string, alt: string): boolean {
  const rest = alt.replace(name, '').trim();
  return (
    alt.includes(name) &&
    /^(?:['’]s)?\s?(?:avatar|photo|picture|portrait|profile(?: (?:photo|picture|image))?|headshot|的头像|头像)?$|^(?:avatar|photo|picture|portrait) of$/i.test(
      rest,
    )
  );
}
